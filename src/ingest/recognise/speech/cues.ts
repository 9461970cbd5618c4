/** Verbs that report what somebody said. From general knowledge. */
export const cueWords: ReadonlySet<string> = new Set(
  `
say says said saying tell tells told telling add adds added adding explain explains explained explaining note notes noted noting state states stated stating argue argues argued arguing claim claims claimed claiming insist insists insisted insisting warn warns warned warning
announce announces announced announcing reply replies replied replying respond responds responded responding answer answers answered answering ask asks asked asking write writes wrote writing tweet tweets tweeted tweeting recall recalls recalled recalling admit admits admitted admitting
confirm confirms confirmed confirming deny denies denied denying declare declares declared declaring stress stresses stressed stressing emphasise emphasises emphasised emphasize emphasizes emphasized underline underlined underscore underscored urge urges urged urging comment comments commented remark remarks remarked
conclude concludes concluded continue continues continued suggest suggests suggested suggesting observe observed acknowledge acknowledges acknowledged acknowledging reiterate reiterates reiterated reiterating quip quips quipped joke jokes joked joking shout shouts shouted shouting yell yelled cry cried exclaim exclaimed
mention mentioned express expressed criticise criticised criticize criticized criticizing praise praised lament laments lamented caution cautions cautioned predict predicts predicted promise promised vow vows vowed pledge pledges pledged complain complains complained testify testified reveal reveals revealed
disclose disclosed read reads call calls called calling describe describes described describing accusing blame blamed blast blasted slam slams slammed accuse accuses accused dismiss dismissed mock mocked implore implored interject interjected boast boasts boasted boasting charge charged chant chanted
whisper whispered mutter murmured laughed smiled sighed assert asserts asserted asserting allege alleges alleged alleging contend contends contended contending maintain maintains maintained believe believes believed think thinks thought feel feels hope hopes hoped report reports reported reporting
deride derided deriding decry decried denounce denounced denouncing condemn condemned condemning hail hailed hailing ridicule ridiculed attack attacked characterize characterized characterise characterised portray portrayed liken likened compare compared reassure reassured instruct instructed advise advised speculate speculated gush gushed snipe sniped text texted email emailed narrate narrated brag bragged bragging deem deemed term termed signal signalled signaled scoff scoffed snap snapped chime chimed rail railed railing fume fumed sum summed recount recounted recounting vent vented explain joking allude alluded claim relay relayed opine opined pray prayed sing sang lash lashed
propose proposed label labeled labelled dub dubbed refer referred referring cite cites cited citing quote quoted quoting post posted retort retorted counter countered begin began begins concede concedes concede conceded offer offered ponder pondered muse mused wonder wonders wondered echo echoed echoes repeat repeated repeating tout touted`
    .trim()
    .split(/\s+/),
);

/** Verbs after which a clause without quotation marks is what was said. */
export const indirectCues: ReadonlySet<string> = new Set(
  `
say says said saying tell tells told telling add adds added adding explain explains explained note notes noted noting state states stated argue argues argued arguing claim claims claimed claiming insist insists insisted insisting warn warns warned warning announce announces announced reply replied respond responded
admit admits admitted confirm confirms confirmed deny denies denied declare declares declared stress stresses stressed emphasise emphasised emphasize emphasized underline underlined underscored suggest suggests suggested acknowledge acknowledges acknowledged reiterate reiterated predict predicts predicted promise promised vow vowed pledge pledged
complain complained testify testified reveal reveals revealed assert asserts asserted allege alleges alleged contend contends contended maintain maintains maintained believe believes believed think thinks hope hopes hoped report reports reported observed recalled conceded concluded tweeted wrote writes argued cautioned ask asks asked asking `
    .trim()
    .split(/\s+/),
);

/** Cues whose object is somebody that is spoken to. */
export const addressing: ReadonlySet<string> = new Set(
  'tell tells told telling ask asks asked asking warn warns warned urge urges urged inform informs informed remind reminds reminded assure assures assured implore implored'.split(
    ' ',
  ),
);
