/** Surnames that are also common words, months or places: alone, they prove nothing in running text, and nothing among the marks of a format. */
const words = `april may june august march monday friday grant rice jordan chad georgia israel france holland england ireland london paris berlin york lisbon
long short young old good best rich poor small little white black brown green gray grey gold silver red blue rose field fields wood woods forest hill hills stone rock river rivers lake brook bridge ford waters
king queen prince duke bishop pope abbot church temple parish chapel cross lord knight page major marshal judge law laws justice price prices cost sharp strong wise swift noble savage moody bold
baker butcher carpenter carter cook cooper farmer fisher gardener hunter mason miller porter potter shepherd smith taylor turner walker weaver wright singer
day days week winter summer spring frost snow rain storm cloud moon star sun north south east west marsh moor meadow garden park house hall barn mill tower castle street lane gates banks bush flowers
love hope faith grace pride joy peace power case cases point points means ward state states union bank fund mark marks bill note reed hart wolf fox lamb bull crane swan finch drake martin robin
will would should could might must shall first second third one two three four five six ten hundred more most many some several others another people member members party order rights human delegate minister
santos rosa silva cruz costa reyes guerra paz luna campo torres flores mayo leal bello rey petit grand blanc noir roi leroy roche bois dubois fontaine marchand berger boucher klein gross lang stern berg bach wolf koch weber`;

/** Words that the formats themselves are written in. */
const syntax = `page pages field fields style styles block title word bold italic reader mark marks marked book parent width height length filter font fonts type root names kids count first last next prev dest
color left right center centre single double normal heading caption quote footer header table cell row border space line level start restart number numbering list bullet text body run tab tabs break section
columns note notes footnote endnote reference link image picture graphic frame anchor position relative absolute horizontal vertical outline theme name val value lang true false auto none exact least default
even odd main figure span article form art sect part document index para object stream regular roman light serif georgia sans times new calibri symbol swiss family pitch variable shape box path rule keep
object version code format template rule banner label open public series partners dates end audience role lines contents imprint kind content entry number anchor lead plain portion`;

const set: ReadonlySet<string> = new Set(`${words} ${syntax}`.split(/\s+/));

/** Whether a folded word is an ordinary one. */
export function isCommonWord(word: string): boolean {
  return set.has(word);
}
