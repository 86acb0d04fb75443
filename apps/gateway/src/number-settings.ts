import { isIP } from 'node:net';
import { NotUsable, type Parse } from '@onewindow/service/process';

export const wholeNumber =
  (least: number, most = 1_000_000_000): Parse<number> =>
  (value) => {
    const number = /^\d{1,12}$/.test(value) ? Number(value) : Number.NaN;
    if (number >= least && number <= most) return number;
    throw new NotUsable({
      zh: `“${value}”不是 ${least} 到 ${most} 的整数。`,
      en: `"${value}" is not a whole number from ${least} to ${most}.`,
    });
  };

/** IP addresses or networks such as `10.0.0.0/8`, separated by commas. */
export const networks: Parse<readonly string[]> = (value) => {
  const found = value.split(',').map((each) => each.trim());
  const odd = found.filter((each) => !isNetwork(each));
  if (odd.length === 0) return found;
  throw new NotUsable({
    zh: `“${odd.join('、')}”不是 IP 地址或网段。`,
    en: `"${odd.join(', ')}" is not an IP address or network.`,
  });
};

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return (
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
  );
}
