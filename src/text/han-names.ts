/** Sounds (Hanyu Pinyin without tones) of characters that are frequent in names in the news. Not a dictionary. */
const lines = `
bao宝保|bei北|bin斌彬|bing冰兵|bo波博|cai蔡|chao超|chen陈晨|cheng成程|chi迟|chu楚|chun春|da大|dan丹|de德|deng邓|dong董东|du杜|fa法|fan范凡|fang方芳|fei飞|feng凤峰锋冯
fu福富付傅|gang刚|gao高|guang光广|gui贵桂|guo国郭|hai海|han韩汉|hao浩豪|he和何贺|hong红宏洪|hu胡|hua华花|huang黄|hui辉惠会|ji吉季|jia家佳|jian建健剑|jiang江蒋|jie杰洁篪
jin近金锦晋|jing京静景|jun军君俊|kang康|ke克|kun昆|lan兰|lei雷磊|li李力立丽利|lian联|liang亮梁良|lin林琳|ling玲|liu刘柳|long龙|lu陆鲁|luo罗|ma马|mao毛|mei美梅|min民敏|ming明铭
ning宁|pan潘|peng彭鹏|ping平萍|qi琪齐|qian钱|qiang强|qin秦|qing清青庆|qiu邱|ren任仁|rong荣|rui瑞|shan山|shang尚|shao邵|shen沈|sheng生胜|shi石史|shu舒|song宋|sun孙|tang唐|tao涛陶
tian天田|ting廷|wan万|wang王汪|wei伟卫魏维|wen文温|wu武吴|xi习西希|xia夏霞|xian先贤|xiang向祥|xiao晓小肖|xie谢|xin新欣|xiong雄|xu许徐|xue学雪|yan燕严|yang杨洋阳|yao姚|ye叶
yi毅一义|ying英颖|yong永勇|you友|yu宇玉于|yuan元袁|yue月岳|yun云|ze泽|zeng曾|zhang张章|zhao赵|zhe哲|zhen振珍|zheng正郑|zhi志智|zhong中忠|zhou周|zhu朱竹|zi子|zong宗
`;

const sounds: ReadonlyMap<string, string> = new Map(
  lines
    .trim()
    .split(/[|\n]/)
    .flatMap((entry) => {
      const sound = /^[a-z]+/.exec(entry)?.[0] ?? '';
      return [...entry.slice(sound.length)].map((letter) => [letter, sound] as const);
    }),
);

/** A name in Han letters as it is written in Pinyin, in one word (`习近平` → `xijinping`); undefined when a letter is not known. */
export function soundOfHan(name: string): string | undefined {
  const read = [...name].map((letter) => sounds.get(letter));
  return read.length > 1 && read.every((sound) => sound !== undefined) ? read.join('') : undefined;
}
