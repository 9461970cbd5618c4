/** Small words that a wording may bring along: they tell nothing by themselves. */
export const ownWords: ReadonlySet<string> = new Set(
  `a an the of to in on at by for from with and as that which who whom whose it its they their them he she his her this these
those there was were is are be been being has had have did do does during when where into between among also then so`.split(
    /\s+/,
  ),
);

/** Words that turn a sentence round, put it in doubt, or limit it: as many of each have to stand in both wordings. */
export const turningWords =
  /^(?:no|not|nor|none|never|nobody|nothing|neither|without|hardly|barely|dont|doesnt|didnt|wasnt|werent|isnt|arent|wont|cant|couldnt|shouldnt|wouldnt|may|might|could|would|should|will|shall|can|if|unless|perhaps|possibly|probably|reportedly|alleg\w*|accus\w*|claim\w*|deni\w*|deny\w*|refus\w*|reject\w*|fail\w*|cancel\w*|postpon\w*|plan\w*|expect\w*|propos\w*|suspect\w*|only|first|last|all|every|some|most|about|nearly|almost|over|under|more|less|least|before|after|until|since|against|un(?:confirmed|successful\w*|likely))$/;
