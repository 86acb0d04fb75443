import type { Message } from '@onewindow/kernel';
import type { HaltReason, PeerSkew } from './clock-watch.js';

/** What readiness says while clocks differ by more than two seconds. */
export function alarmRemark(peers: readonly PeerSkew[]): Message {
  if (peers.length === 0) {
    return {
      zh: '主机与数据库的时钟相差 2 秒以上。',
      en: 'The clocks of host and database differ by more than two seconds.',
    };
  }
  const names = peers.map(({ participant }) => participant);
  return {
    zh: `主机时钟与 ${names.join('、')} 的时钟相差 2 秒以上。`,
    en: `The clock of the host differs by more than two seconds from that of ${names.join(', ')}.`,
  };
}

const resumed = {
  zh: '管理员确认后可恢复记录法定效果。',
  en: 'An administrator can resume the recording of legal effects.',
};

/** What readiness says while legal effects are halted. */
export const HALT_REMARKS = {
  'clocks-differ': {
    zh: `主机与数据库的时钟相差 30 秒以上，${resumed.zh}`,
    en: `The clocks of host and database differ by more than 30 seconds. ${resumed.en}`,
  },
  'clock-went-back': {
    zh: `主机时钟被往回拨，${resumed.zh}`,
    en: `The clock of the host went back. ${resumed.en}`,
  },
  'clock-jumped-ahead': {
    zh: `主机时钟向前跳变，${resumed.zh}`,
    en: `The clock of the host jumped ahead. ${resumed.en}`,
  },
  'peers-differ': {
    zh: `主机时钟与多数其他服务主机的时钟相差 30 秒以上，${resumed.zh}`,
    en: `The clock of the host differs by more than 30 seconds from those of most other services. ${resumed.en}`,
  },
} as const satisfies Record<HaltReason, Message>;
