import type { Family } from './part.ts';
import { bus } from './family/bus.ts';
import { craft } from './family/craft.ts';
import { factory } from './family/factory.ts';
import { farm } from './family/farm.ts';
import { games } from './family/games.ts';
import { garden } from './family/garden.ts';
import { holding } from './family/holding.ts';
import { kitchen } from './family/kitchen.ts';
import { library } from './family/library.ts';
import { money } from './family/money.ts';
import { reading } from './family/reading.ts';
import { school } from './family/school.ts';
import { seats } from './family/seats.ts';
import { shop } from './family/shop.ts';
import { time } from './family/time.ts';
import { trip } from './family/trip.ts';
import { vines } from './family/vines.ts';
import { water } from './family/water.ts';

/** Every subject the generator tells about; each is drawn equally often. */
export const FAMILIES: readonly Family[] = [
  bus,
  craft,
  factory,
  farm,
  games,
  garden,
  holding,
  kitchen,
  library,
  money,
  reading,
  school,
  seats,
  shop,
  time,
  trip,
  vines,
  water,
];
