/**
 * The measures that answers are given in: for each kind of quantity its units with their size in
 * the first of them. Sizes are exact.
 */
const TABLE: Readonly<Record<string, string>> = {
  length:
    'm meter metre=1; mm millimeter millimetre=0.001; cm centimeter centimetre=0.01; dm decimeter=0.1; ' +
    'km kilometer kilometre=1000; in inch inche=0.0254; ft foot feet=0.3048; yd yard=0.9144; ' +
    'mi mile=1609.344; nm nanometer nanometre=0.000000001; µm micrometer micrometre=0.000001',
  mass: 'kg kilogram=1; mg milligram=0.000001; g gram=0.001; tonne=1000; oz ounce=0.028349523125; lb pound=0.45359237',
  time: 's sec second=1; ms millisecond=0.001; min minute=60; h hr hour=3600; day=86400; week=604800',
  /** Of no fixed length in days. */
  calendar: 'month mo=1; year yr=12; decade=120; century centurie=1200',
  /** In cubic metres. */
  volume:
    'l liter litre=0.001; ml milliliter millilitre=0.000001; cl centiliter=0.00001; ' +
    'gallon gal=0.003785411784; quart qt=0.000946352946; pint pt=0.000473176473; cup=0.0002365882365',
  dollar: 'dollar usd buck=1; cent ¢=0.01; dime=0.1; nickel=0.05; quarter=0.25',
  euro: 'euro eur=1',
  sterling: 'gbp=1; pence penny=0.01',
  yen: 'yen jpy=1',
  rupee: 'rupee inr=1',
  angle: 'degree deg °=1',
  radian: 'radian rad=1',
  force: 'n newton=1',
  energy: 'j joule=1; kj kilojoule=1000',
  power: 'w watt=1; kw kilowatt=1000',
  pressure: 'pa pascal=1; kpa kilopascal=1000',
  frequency: 'hz hertz=1; khz=1000; mhz=1000000',
  data: 'byte=1; bit=0.125',
};

export interface Measure {
  readonly kind: string;
  /** A decimal: how many of the kind's first unit. */
  readonly size: string;
}

const MEASURES: ReadonlyMap<string, Measure> = new Map(
  Object.entries(TABLE).flatMap(([kind, units]) =>
    units.split('; ').flatMap((unit) => {
      const [names = '', size = ''] = unit.split('=');
      return names.split(' ').map((name) => [name, { kind, size }] as const);
    }),
  ),
);

/** A unit by its name or sign, singular or plural, in any case. */
export function measureOf(word: string): Measure | null {
  const lower = word.toLowerCase();
  return (
    MEASURES.get(lower) ?? (lower.length > 2 ? MEASURES.get(lower.replace(/s$/, '')) : null) ?? null
  );
}

export const CURRENCIES: Readonly<Record<string, string>> = {
  $: 'dollar',
  '€': 'euro',
  '£': 'gbp',
  '¥': 'yen',
  '₹': 'rupee',
};
