import type { Relay } from '@onewindow/journal';
import type { PartState } from './readiness.js';

/**
 * A relay that waits for the broker does not keep the service from being asked: what is committed is safe and goes out later. One
 * that finds its journal behind its own stream means a restored backup, and nothing more may be promised.
 */
export function relayState(relay: Relay): PartState {
  const { phase } = relay.state();
  if (phase === 'halted') return { ready: false, remark: HALTED };
  return phase === 'waiting' ? { ready: true, remark: WAITING } : { ready: true };
}

const HALTED = {
  zh: '日志落后于已发布的事件流（可能是恢复了旧备份），须由管理员处理。',
  en: 'The journal is behind its own stream (an old backup was restored?); an administrator has to look.',
};

const WAITING = {
  zh: '事件暂时无法发出，已存入日志，恢复后自动补发。',
  en: 'Events cannot go out at the moment; they are kept in the journal and follow by themselves.',
};
