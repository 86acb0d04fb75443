import { defineRefusals } from '@onewindow/kernel';

export const serverRefusals = defineRefusals({
  'nats-server-not-found': {
    kind: 'unavailable',
    zh: '找不到 nats-server。可任选一种方式：用系统软件包安装（Debian/Ubuntu：apt-get install nats-server；macOS：brew install nats-server）；从 NATS 项目的发布页下载并放到 PATH 中；用 OW_NATS_SERVER 指定程序路径；或用 NATS_URL 指向已在运行的服务器。',
    en: 'No nats-server here. Any one of these will do: install the system package (Debian, Ubuntu: apt-get install nats-server; macOS: brew install nats-server); put a release of the NATS project on PATH; name the program with OW_NATS_SERVER; or point NATS_URL at a server that runs already.',
  },
  'chromium-not-found': {
    kind: 'unavailable',
    zh: '找不到 Chromium，页面的测试无法进行。可任选一种方式：用系统软件包安装（Debian/Ubuntu：apt-get install chromium）；放到 PATH 中；或用 OW_CHROMIUM 指定程序路径。',
    en: 'No Chromium here, so the pages cannot be tested. Any one of these will do: install the system package (Debian, Ubuntu: apt-get install chromium); put one on PATH; or name the program with OW_CHROMIUM.',
  },
});
