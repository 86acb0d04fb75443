import { get } from 'node:http';

const ANSWER_WITHIN_MS = 2_000;

/** Whether the process behind this health port says that it is ready. */
export function isReadyAt(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get(
      { host: '127.0.0.1', port, path: '/ready', agent: false, timeout: ANSWER_WITHIN_MS },
      (response) => {
        response.resume();
        resolve(response.statusCode === 200);
      },
    );
    request.once('timeout', () => request.destroy());
    request.once('error', () => {
      resolve(false);
    });
  });
}
