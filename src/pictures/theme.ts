/** Colours of a picture by what they are for. */
export interface Theme {
  readonly ink: string;
  readonly soft: string;
  readonly rule: string;
  readonly accent: string;
  readonly member: string;
  readonly observer: string;
  readonly partner: string;
  readonly paper: string;
}

/** The ground and type of a picture that stands alone. */
export const alone: Theme = {
  ink: '#1e1c19',
  soft: '#625d54',
  rule: '#d5cec2',
  accent: '#1d4f80',
  member: '#1d4f80',
  observer: '#4f97a3',
  partner: '#e0a458',
  paper: '#fbfaf7',
};

/** The same as variables of a page, which change in the dark. */
export const onPage: Theme = {
  ink: 'var(--ink)',
  soft: 'var(--soft)',
  rule: 'var(--rule)',
  accent: 'var(--accent)',
  member: 'var(--member)',
  observer: 'var(--observer)',
  partner: 'var(--partner)',
  paper: 'var(--paper)',
};

/** Width of every picture in CSS pixels: that of a phone. */
export const pictureWidth = 420;
