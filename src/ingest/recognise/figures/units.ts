export const currencies: Readonly<Record<string, string>> = {
  $: 'US dollar',
  US$: 'US dollar',
  '€': 'euro',
  '£': 'pound',
  '¥': 'yen',
  '₹': 'rupee',
  Rs: 'rupee',
  'Rs.': 'rupee',
  RM: 'ringgit',
  R: 'rand',
  dollars: 'US dollar',
  dollar: 'US dollar',
  euros: 'euro',
  euro: 'euro',
  pounds: 'pound',
  rupees: 'rupee',
  yuan: 'yuan',
  roubles: 'rouble',
  rubles: 'rouble',
  yen: 'yen',
  won: 'won',
  dirhams: 'dirham',
  rand: 'rand',
  naira: 'naira',
  pesos: 'peso',
  shillings: 'shilling',
};

export const scales: Readonly<Record<string, number>> = {
  million: 1e6,
  mn: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
  crore: 1e7,
  lakh: 1e5,
  thousand: 1e3,
  k: 1e3,
};

export const measures: Readonly<Record<string, string>> = {
  percent: 'percent',
  'per cent': 'percent',
  '%': 'percent',
  'percentage points': 'percentage point',
  km: 'kilometre',
  kilometres: 'kilometre',
  kilometers: 'kilometre',
  miles: 'mile',
  metres: 'metre',
  meters: 'metre',
  feet: 'foot',
  kg: 'kilogram',
  kilograms: 'kilogram',
  tonnes: 'tonne',
  tons: 'tonne',
  barrels: 'barrel',
  hectares: 'hectare',
  acres: 'acre',
  litres: 'litre',
  liters: 'litre',
  megawatts: 'megawatt',
  mw: 'megawatt',
  degrees: 'degree',
};

export const things =
  'people|persons|men|women|children|civilians|soldiers|troops|workers|students|voters|members|passengers|victims|refugees|migrants|residents|officers|police|homes|houses|buildings|vehicles|cars|cases|deaths|votes|seats|jobs|countries|states|times|villas|ships|aircraft|drones|missiles|rescuers|articles|families|pupils|schools|hospitals|prisoners|hostages|protesters|employees|customers|users|athletes|goals|points';

export const fate =
  '(?:\\s(?:were\\s)?(killed|injured|wounded|dead|arrested|missing|died|affected|displaced|infected))?';
