import { stem } from '../../text/stem.ts';

/** Runs of words that act as one: the left is found (by stems, up to two words between), the right put instead. */
const phraseLines = `
come first=win|finish first=win|come top=win
sit down=meet|get together=meeting|set up=found|start work=open|start up=launch|go virtual=online|go online=online|green light=approve
take over=succeed|step down=resign|step in=replace|fill in=replace|stand in=replace|step into=succeed|take charge=head
sign up=join|come into=join|come in=join|come into force=enter force|go into=enter|come together=meet|throw out=expel|call home=recall|call back=recall|bring home=recall
pull out=withdraw|pull back=withdraw|walk out=leave|drop out=leave|turn down=refuse|break out=begin|kick off=begin|wrap up=end
call off=cancel|put off=postpone|put on hold=suspend|get stuck=suspend|hold up=delay|get to=arrive|got to=arrive|pass away=die|lose life=kill|loss of life=dead|death toll=killed
sec gen=secretarygeneral|secretary general=secretarygeneral|general secretary=secretarygeneral|executive secretary=secretarygeneral|sg of=secretarygeneral
head of government=prime minister|head of state=president|head of the government=prime minister|premier=prime minister|chief minister=chief minister
envoy united=permanent representative united|ambassador united=permanent representative united
defense minister=defence minister|top diplomat=foreign minister|external affairs minister=foreign minister|eam=foreign minister|fm=foreign minister
foreign secretary=foreign secretary|pm=prime minister|dm=defence minister|nsa=national security adviser|defence chief=defence minister
press conference=briefing|news conference=briefing|dialogue partner=dialogue partner|swear in=oath|take oath=oath|take office=oath
war game=exercise|evening do=reception|by video=online|video link=online|video conference=online|lower house=parliament
rotating chair=chair|rotating presidency=chair|joint statement=statement|member state=member|full member=member|per cent=percent
shake hand=meet|go up=rise|go down=fall|speed up=accelerate|blow up=explode|shoot down=shoot|give up=renounce|hand over=transfer
stop firing=ceasefire|cease fire=ceasefire|stop shooting=ceasefire|sworn in=oath|break up=dissolve|break away=secede|make english=english
get going=begin|come into being=found|come into existence=found|come about=found|touch down=arrive|fly in=arrive|show up=attend|turn up=attend
put pen to paper=sign|pen to paper=sign|push out=remove|force out=remove|drive out=remove|come down=crash|face off=standoff|face to face=person
come to an end=end|bring to an end=end|put an end=end|top job=leader|take the reins=head|take the helm=chair|bow out=resign|strike a deal=agree
take part=participate|pay tribute=honour|set foot=visit|stop by=visit|drop by=visit|stay away=absent|dial in=online|video call=online
sign off=sign|come up with=propose|put forward=propose|rule out=exclude|hand in=submit|put in bid=apply|put in application=apply|open tie=relation
finish off=complete|round off=end|lay the blame=blame|speak to reporter=briefing|go back=return|come back=return|bring back=return|let through=allow
play host=host|start again=resume|go back to work=resume duty|return to work=resume duty|back at work=resume duty|break off=suspend|break down=fail
lay out=explain|set out=explain|spell out=explain
clean bill health=clean|put on show=hold|kick in=enter force|flare up=begin|let off=explode|deal strike=agree|go between=mediate|act as mediator=mediate|patch up=restore|break news=announce|switch on=open|turn on tap=open|hit back=respond|chase out=remove|round table=attend|run against=oppose|shut out=exclude|mend fence=reconcile|come second=lose|runner up=lose|finish second=lose|go on=happen|get into=join|get in=join|set in motion=launch|put in motion=launch|get under way=begin|go live=launch|come to life=found
come to power=become|came to power=become
take legal effect=enter force|acquire legal force=enter force|take effect=enter force|acquire force=enter force|legal force=force|legal effect=force|gain force=enter force|become binding=enter force|put on ice=suspend|put name to=sign|put name=sign|shut down=close|lay stone=foundation|first brick=foundation stone|be in charge=head|in charge=head|slip over=cross|slip across=cross|catch up with=meet|bury hatchet=reconcile|break ground=foundation|cut ribbon=open|throw weight=support|give nod=approve|give go ahead=approve|pull plug=end|put name down=register|from afar=remote|legally binding=force|walk through=explain|take stock=review|carry out=conduct|fall out=quarrel|get rid=remove|send home=expel|see out=end|put to death=execute|turn back=return|weigh in=comment|lash out=criticise|hit out=criticise
top judge=chief justice|top court=supreme court|take control=seize|lay claim=claim|make peace=peace|sit with=meet|see off=leave|turn up=attend|make way=replace|step aside=resign|stand aside=resign|go to the poll=election
`;

interface Phrase {
  readonly stems: readonly string[];
  readonly instead: readonly string[];
}

const phraseOf = (line: string): Phrase | undefined => {
  const [from, to] = line.split('=');
  if (from === undefined || to === undefined || from.trim() === '') return undefined;
  return { stems: from.trim().split(' ').map(stem), instead: to.trim().split(' ') };
};

/** Longest first, so that `head of the government` goes before `head of`. */
const phrases: readonly Phrase[] = phraseLines
  .split(/[|\n]/)
  .flatMap((line) => phraseOf(line) ?? [])
  .sort((left, right) => right.stems.length - left.stems.length);

/** Puts the phrases of the lexicon in place of their loose forms: `sit down` → `meet`, `call its envoy home` → `recall envoy`. */
export function joinPhrases(words: readonly string[]): readonly string[] {
  let result: readonly string[] = words;
  let stems = words.map(stem);
  const present = new Set(stems);
  for (const phrase of phrases) {
    if (!phrase.stems.every((each) => present.has(each))) continue;
    const replaced = replacePhrase(result, stems, phrase);
    if (replaced === result) continue;
    result = replaced;
    stems = result.map(stem);
    for (const each of stems) present.add(each);
  }
  return result;
}

function replacePhrase(
  words: readonly string[],
  stems: readonly string[],
  phrase: Phrase,
): readonly string[] {
  for (let start = 0; start < words.length; start++) {
    const places = placesOf(stems, phrase.stems, start);
    if (places === undefined) continue;
    const kept = words.flatMap((word, index) =>
      index === start ? phrase.instead : places.has(index) ? [] : [word],
    );
    return kept;
  }
  return words;
}

/** Where the words of a phrase stand from `start` on, with at most two words between neighbours. */
function placesOf(
  stems: readonly string[],
  phrase: readonly string[],
  start: number,
): ReadonlySet<number> | undefined {
  if (stems[start] !== phrase[0]) return undefined;
  const places = new Set([start]);
  let at = start;
  for (const [step, wanted] of phrase.slice(1).entries()) {
    // `put the treaty on ice`: what is done to something has it in between.
    const play = phrase.length === 2 ? 3 : step === 0 ? 5 : 2;
    let next = at + 1;
    while (next <= at + play && stems[next] !== wanted) next++;
    if (next > at + play || stems[next] !== wanted) return undefined;
    places.add(next);
    at = next;
  }
  return places;
}
