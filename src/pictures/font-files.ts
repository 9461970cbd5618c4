const folder = `${import.meta.dirname}/../../assets/fonts`;

/** Where the fonts that ship are, by what they are for. */
export const fontFiles = {
  regular: `${folder}/NotoSans-Regular.ttf`,
  bold: `${folder}/NotoSans-Bold.ttf`,
  devanagari: `${folder}/NotoSansDevanagari-Regular.ttf`,
  chinese: `${folder}/NotoSansSC-Regular.ttf`,
} as const;

export type FontName = keyof typeof fontFiles;
