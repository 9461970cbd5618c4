declare module '@microsoft/recognizers-text-date-time' {
  interface Found {
    readonly start: number;
    /** Place of the last letter. */
    readonly end: number;
    readonly typeName: string;
    readonly resolution?: {
      readonly values?: readonly { readonly timex?: string; readonly value?: string }[];
    };
  }
  const module: {
    readonly recognizeDateTime: (
      query: string,
      culture: string,
      options: number,
      now: Date,
    ) => readonly Found[];
  };
  export default module;
}
