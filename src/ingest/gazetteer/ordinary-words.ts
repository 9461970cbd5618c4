/** Words that carry grammar: a capital on them only begins a sentence, and no name begins with them. */
export const functionWords: ReadonlySet<string> = new Set(
  `
a an the this that these those there here it its it's he she they we i you his her their our my your him them us me who whom whose which what when where why how
and or but nor so yet for if then than as at by in on of to from with without within into onto over under after before during since until till upon among amongst between against across along around about above below behind beside besides beyond despite except inside outside near off out per through throughout toward towards up down via amid amidst while whilst although though because unless whereas whether once
is are was were be been being am has have had do does did will would shall should may might must can could not no yes ok okay let let's lets please
also again already always ever never often only just still even even even too very much many more most less least few fewer several some any all each every both either neither none other others another such same own one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty hundred hundreds thousand thousands million millions dozen dozens first second third last next former latter
however moreover furthermore meanwhile nevertheless nonetheless therefore thus hence otherwise instead indeed perhaps maybe likewise similarly consequently accordingly additionally finally lastly firstly secondly thirdly recently currently previously earlier later today yesterday tomorrow tonight now soon ago then currently initially eventually ultimately suddenly apparently reportedly allegedly clearly obviously certainly surely actually basically generally usually sometimes rarely unfortunately fortunately sadly luckily happily hopefully interestingly surprisingly importantly notably especially particularly specifically according following regarding concerning including given based due thanks unlike like asked speaking responding commenting addressing citing quoting referring adding noting saying being having making taking giving using looking working coming going`
    .trim()
    .split(/\s+/),
);

/** Words that are common nouns, labels and abbreviations: with a capital and by themselves they name nobody. */
export const ordinaryWords: ReadonlySet<string> = new Set(
  `
people man men woman women child children boy girl boys girls police officials officers authorities government governments minister ministers residents workers students teachers doctors experts scientists researchers investigators prosecutors lawyers critics supporters opponents protesters protestors soldiers troops rebels militants fans players customers consumers users voters families friends parents members leaders everyone everybody someone somebody anyone anybody nobody nothing everything something anything
new old good bad big small great little high low long short early late young major key top best worst free full special local national international regional global public private social political economic financial military foreign domestic federal general common current main
year years month months week weeks day days time times hour hours minute minutes morning afternoon evening night weekend
read watch see click share follow subscribe sign download photo photos picture pictures image images video file caption credit source sources editor writer reporting edited written updated published posted advertisement ad related more story stories news breaking exclusive live update opinion analysis comment comments editorial letter letters
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun
covid covid-19 coronavirus omicron delta aids hiv ebola internet web email e-mail gdp dna rna gps cctv-cameras tv pm am a.m p.m bc ad rs usd eur gbp hk rm sr bn mn km kg vat atm pdf sms suv hiv/aids it lgbt lgbtq id ids faq diy r&b dvd cd usb led pc ac ceo cfo coo mp mps mla phd ba ma bsc msc llb mba ngo ngos sme smes mou mous ppe pcr ict ai ev evs iv ii iii vi vii viii ix xi xii n/a q1 q2 q3 q4 h1 h2 no nos vs etc sos vip vips cv hr pr gmt utc est edt cet ist bst
god allah lord heaven earth sun moon mars venus internet christmas easter ramadan eid diwali thanksgiving halloween state states republic kingdom empire federation nation nations union act bill law treaty agreement accord convention protocol declaration resolution constitution amendment budget plan programme project scheme campaign award awards prize cup championship championships olympics olympic games tournament series festival summit conference congress day week month anniversary war operation crisis revolution uprising movement report survey study index list chapter article section part figure table question answer q a
north south east west northern southern eastern western central upper lower
mother father brother sister son daughter husband wife uncle aunt dear hello hi hey thank thanks sorry congratulations welcome wow oh ah well right sure absolutely definitely exactly`
    .trim()
    .split(/\s+/),
);

/** Capitalised words that make a name neither a person nor a place nor an organisation: laws, events, prizes, works. */
export const otherHeads: ReadonlySet<string> = new Set(
  'Act Acts Bill Law Laws Code Regulation Regulations Order Decree Ordinance Treaty Agreement Accord Accords Convention Protocol Declaration Resolution Constitution Amendment Budget Plan Programme Program Project Scheme Strategy Policy Award Awards Prize Medal Cup Championship Championships Olympics Olympiad Games Tournament Trophy Prix Open Series Festival Summit Conference Expo Week Day Month Year Anniversary War Wars Battle Operation Crisis Revolution Uprising Spring Hurricane Typhoon Cyclone Storm Tropical Report Survey Index Study Initiative Challenge Marathon Derby Final Finals Bowl Ballon Oscar Oscars Grammy Grammys Emmy Nobel Pulitcer Pulitzer Bible Quran Koran Vision Agenda Mission Missile Virus Covid Season Chapter Article Section Clause'.split(
    ' ',
  ),
);
