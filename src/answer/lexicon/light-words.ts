import { stem } from '../../text/stem.ts';

/** Stems of words that say little by themselves: evidence may lack them. They still break ties. */
export const lightWords: ReadonlySet<string> = new Set(
  `put set go went unfold spend spent last lasted give bring keep let see turn move use play serve come came travel oversee carry run own end start begin get become face see
count matter question topic basis soil event bits bit part side way time issue case fact upshot stint spell occasion behalf kind figure thing business affair
finally formally officially jointly initially originally eventually recently immediately straight directly together across along ahead
apart around away forward afterwards later earlier next first second third new old own various several certain particular main key
major whole entire full actual real last latest recent late early big large great small little good bad strong high low
two three four five six seven eight nine ten eleven twelve dozen pair couple trio
bilateral mutual reciprocal respective term sit
back abroad overseas near close beside inside outside upcoming coming future past former snap sudden brief briefly
help helped try tried manage want need like seem appear remain stay
world globe global international planet public personally person officially duly also both once upon
down onto through version day days straightaway right behind beyond among amongst throughout fully purely truly merely simply roughly about nearly
beforehand fresh latest famous well known so called dubbed current`
    .split(/\s+/)
    .map(stem),
);
