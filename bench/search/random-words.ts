const JAPANESE = (
  '月 図書館 春 夏 秋 冬 青木 剣 魔法 学園 少女 少年 物語 戦争 竜王 姫 旅人 夜空 星 海 山 川 森 花 鳥 風 雪 雨 雲 光 影 夢 心 愛 恋人 友 家族 料理 探偵 事件 殺人 幽霊 妖怪 ' +
  '神 鬼 侍 忍者 騎士 勇者 冒険 世界 時間 未来 過去 東京 京都 の は が を に と で から まで そして しかし ある いる する なる チェンソー ドラゴン ボール ソード ' +
  'アート オンライン キングダム ヒーロー ライオン バスケット ハンター スパイ ファミリー 。 、'
).split(' ');
const ENGLISH = (
  'the a of in and to moon library chainsaw dragon sword hero academy lion hunter spy family night star sea dream love school detective ghost knight journey ' +
  'world future kitchen garden island winter summer autumn spring wind snow light shadow king queen prince princess thief witch wolf cat dog bird ship train'
).split(' ');

/** Made-up text that is the same at every run. */
export const randomFrom = (seed: number) => {
  let state = seed;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const words = (list: readonly string[], count: number, between: string) =>
    Array.from({ length: count }, () => list[Math.floor(random() * list.length)] ?? '').join(between);
  return {
    chance: (share: number): boolean => random() < share,
    japanese: (count: number): string => words(JAPANESE, count, ''),
    english: (count: number): string => words(ENGLISH, count, ' '),
  };
};
