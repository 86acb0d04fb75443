import { shorterWords } from './shorter-words.js';

describe('Shorter words for a question that found nothing', () => {
  it.each([
    ['烧烤摊备案', ['烧烤', '备案']],
    ['烧烤', []],
    ['开 店', ['开', '店']],
    ['养猪场，排水', ['养猪', '猪场', '排水']],
    ['kaifandian', []],
    ['开店 kaifandian', ['开店', 'kaifandian']],
    ['', []],
  ])('%s: %j', (text, expected) => {
    expect(shorterWords(text)).toEqual(expected);
  });
});
