const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Capitalised words that end a name of a place: Victoria Falls, Marbach Upazila. */
export const placeEndings: ReadonlySet<string> = set(`
River Rivers Lake Lakes Mountain Mountains Hill Hills Valley Island Islands Isle Peninsula Bay Beach Coast Sea Ocean Gulf Strait Channel Desert Forest Jungle Falls Canyon Delta Basin Creek Dam Reservoir Canal Bridge Street Streets Road Roads Avenue Boulevard Lane Drive Highway Expressway Motorway Freeway Square Plaza Park Garden Gardens Airport Aerodrome Station Terminal Port Harbour Harbor Stadium Arena Ground Circuit Mall Market Bazaar Tower Towers Palace Castle Fort Temple Mosque Cathedral Shrine Monument Memorial Cemetery Prison Jail Camp Village Town Township City Province District County Prefecture Governorate Region Territory State Oblast Republic Kingdom Emirate Upazila Tehsil Taluk Ward Parish Borough Municipality Estate Heights Zone Corridor Border Crossing Pass Plateau Glacier Archipelago Atoll Reef Cape Savanna Wetlands Reserve Sanctuary Zoo Hotel Resort Inn Restaurant Building Centre Center Complex Headquarters House Hall Theatre Theater Base Barracks Checkpoint Colony Nagar Pur Quarter Neighborhood Neighbourhood Suburb Avenue Farm Mine Refinery Plant Library`);

/** Capitalised words that begin a name of a place: Mount Kenya, Lake Chad, Fort Hare, San Pedro. */
export const placeBeginnings: ReadonlySet<string> = set(
  'Mount Mt Mt. Lake River Fort Port Cape Camp Isle Gulf Bay Strait Saint-Denis San Santa Rio Puerto Villa Ciudad Kampung Kuala Wadi Tel Kfar Deir Jebel Ras Bab Umm',
);

/** Small words after a name: “Marbach district”. */
export const placeNouns: ReadonlySet<string> = set(
  'district districts province provinces city village villages region state county area areas town township island islands municipality governorate prefecture upazila oblast suburb neighbourhood neighborhood airport river lake valley border coast peninsula hills mountains street road highway beach stop junction market square checkpoint camp port residents',
);

/** Small words that stand with “of” before a name: “the village of Marbach”. */
export const placeHeads: ReadonlySet<string> = set(
  'city town village province district region state island county capital port suburb neighbourhood neighborhood municipality community republic kingdom outskirts north south east west northern southern eastern western centre center coast shores streets northeast northwest southeast southwest mouth banks',
);

/** Prepositions and how strongly a single name after them is a place. */
export const placePrepositions: Readonly<Record<string, number>> = {
  in: 3,
  near: 3,
  across: 2.5,
  throughout: 3,
  outside: 2,
  around: 1.5,
  at: 1.5,
  from: 1,
  to: 0.6,
  toward: 1.5,
  towards: 1.5,
  into: 1.5,
  between: 0.5,
  via: 1.5,
  visit: 1.5,
  visited: 1.5,
  visiting: 1.5,
  central: 2.5,
  northern: 3,
  southern: 3,
  eastern: 3,
  western: 3,
  north: 2,
  south: 2,
  east: 2,
  west: 2,
  neighbouring: 3,
  neighboring: 3,
  nearby: 3,
  downtown: 3,
  mainland: 3,
  northeastern: 3,
  northwestern: 3,
  southeastern: 3,
  southwestern: 3,
  'war-torn': 3,
};
