/** Colours of the printed page. */
export const pdfColours = { soft: '#625d54', rule: '#d5cec2', blue: '#1d4f80' } as const;
