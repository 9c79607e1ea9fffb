/** Words that the formats themselves are written in ("page", "bold", "root"): among a format's own words a name that is one of them proves nothing.
 *  Which names are also words of a language is not told here but by the lexicon (templates/lexicon/names.json), for the guard and for this search alike. */
const words = `page pages field fields style styles block title word bold italic reader mark marks marked book parent width height length filter font fonts type root names kids count first last next prev dest
color left right center centre single double normal heading caption quote footer header table cell row border space line level start restart number numbering list bullet text body run tab tabs break section
columns note notes footnote endnote reference link image picture graphic frame anchor position relative absolute horizontal vertical outline theme name val value lang true false auto none exact least default
even odd main figure span article form art sect part document index para object stream regular roman light serif georgia sans times new calibri symbol swiss family pitch variable shape box path rule keep
object version code format template rule banner label open public series partners dates end audience role lines contents imprint kind content entry number anchor lead plain portion
action any back begin change child head key max min point running stand state step strong three red blue green black white gray grey silver gold rose`;

const set: ReadonlySet<string> = new Set(words.split(/\s+/));

/** Whether a folded word is one of a format's own. */
export function isFormatWord(word: string): boolean {
  return set.has(word);
}
