/** Words that carry nothing to look for. */
export const stopWords: ReadonlySet<string> = new Set(
  `else one far meant supposed doing a an the of in on at to for from by with and or but as is are was were be been being do does did done has have had having
will would shall should can could may might must it its this that these those there here he she they we you i his her their our your my me us them him
who whom whose what which when where why how not no nor so than then too very just also about into over under after before during between against
any anything anyone anybody some something someone somebody everything all both each every other others another such own same only ever never
if while because until since up out off again once more most much many few well get got getting pls please tell give show me know think ok hey hi
take took taken make made happen happened happening occur occurred place exactly actually really even still yet already now today
let say kind sort thing things way lot ever im ive id dont didnt hasnt wasnt isnt arent world etc himself herself itself themselves ourselves included including inclusive vs b4 amid amidst s t did said according told dramatic interesting important notable special newsworthy thanks hold held holds holding`.split(
    /\s+/,
  ),
);
