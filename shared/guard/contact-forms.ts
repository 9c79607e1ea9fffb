/** The forms of what leads to a person: addresses, numbers, files, private links, subjects of mails. In any language, as the forms are. */
export interface Form {
  readonly test: RegExp;
  /** A quick look whether the form can stand in a text at all. */
  readonly sign: RegExp;
  readonly what: string;
}

/** Addresses and names that lead to one person, in any language. */
const addresses: readonly Form[] = [
  { test: /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu, sign: /@/, what: 'is a mail address' },
  { test: /(?<![\p{L}\p{N}._%+@-])@[A-Za-z_][A-Za-z0-9_.]{2,29}\b(?!\.[a-z])/gu, sign: /@/, what: 'is a handle' },
  { test: /\b[\w.+-]{2,}\s?(?:\[at\]|\(at\)|\{at\}|\[arroba\]|\(arroba\)|\[arobase\]|\(a\))\s?[\w-]{2,}(?:\s?(?:\.|\[dot\]|\(dot\)|\[point\]|\[punto\])\s?\w{2,})*/giu, sign: /[[({](?:at?|arroba|arobase)[\])}]/i, what: 'is a mail address written out' },
  { test: /\b\w{2,} (?:at|arroba|arobase) \w{2,} (?:dot|punto|point) (?:com|org|net|int|info|edu|gov)\b/giu, sign: /\b(?:dot|punto|point)\b/i, what: 'is a mail address written out' },
  { test: /(?<![\p{L}\p{N}./@_-])\p{Ll}[\p{Ll}\p{N}-]{0,20}[._]\p{Ll}[\p{Ll}\p{N}-]{2,20}(?= (?:at|@|chez|en el|à l|en la|au|on) (?:the|his|her|their|le|la|son|sa|dominio|domaine|ministère|ministerio|Gmail|gmail|Signal|Telegram|Threema|Proton|there)\b)/gu, sign: /\p{Ll}[._]\p{Ll}/u, what: 'is half of a mail address' },
  { test: /\b(?:twitter|instagram|telegram|skype|signal|whatsapp|facebook|threema|wechat|wire|discord|bluesky|mastodon|linkedin|tiktok|viber)\s?(?::|(?:handle|account|number|name|id|user|username|contact|compte|cuenta|usuario|pseudo)(?::| is:?| est:?| es:?)?)\s?@?(?=[\w.+-]*[._\d+-])[\w.+-]{3,}/giu, sign: /twitter|instagram|telegram|skype|signal|whatsapp|facebook|threema|wechat|wire|discord|bluesky|mastodon|linkedin|tiktok|viber/i, what: 'is a personal account' },
  { test: /\b(?:his|her|my|whose|son|sa|su|mi)\s(?:own |private |personal )?(?:linkedin|telegram|threema|skype|substack|mastodon|wechat)\b(?:\s(?:is|est|es)\s[\w.@+-]{3,})?/giu, sign: /linkedin|telegram|signal|threema|skype|substack|mastodon|wechat/i, what: 'is a personal account' },
  { test: /\b(?:his|her) (?:own |personal |private )?(?:website|web site|blog|home ?page|podcast|newsletter|substack|profile page|channel on)\b/giu, sign: /site|blog|page|podcast|newsletter|substack|channel/i, what: 'is a personal page' },
  { test: /\b(?:on|via|from|through|see|sur|en) (?:his|her|my|son|sa|su) (?:private |own )?(?:linkedin|instagram|facebook|twitter|telegram|signal|youtube|tiktok|substack|blog)\b/giu, sign: /linkedin|instagram|facebook|twitter|telegram|signal|youtube|tiktok|substack|blog/i, what: 'is a personal account' },
  { test: /\b(?:on|via|over|under|sur|en|por) (?:signal|telegram|threema|whatsapp|wire|discord|skype|wechat|twitter|instagram|bluesky|mastodon)\s?(?:as|under|at|comme|como|sous|bajo)\s(?=[\w.@+-]*[._\d@])[\w.@+-]{3,}/giu, sign: /signal|telegram|threema|whatsapp|wire|discord|skype|wechat|twitter|instagram|bluesky|mastodon/i, what: 'is a personal account' },
  { test: /\b(?:she|he|they|I)(?:'s| is|'re| are|'m| am) (?:@?[\w-]+[._\d][\w.-]*|@\w+) (?:on|there)\b/giu, sign: /[._@\d][\w.-]* (?:on|there)\b/, what: 'is a personal account' },
  { test: /\b(?:channel|slack|discord|mattermost|teams|irc|canal)\s#[\p{L}\d_-]{3,40}/giu, sign: /#/, what: 'is a private channel' },
]; // biome-ignore format: a table

/** Numbers by which somebody is reached, joined or found. */
const numbers: readonly Form[] = [
  { test: /(?<![\p{N}\p{L}/.-])(?:\+|00)\d{1,3}[\s.()/-]{0,3}(?:\(?\d{1,4}\)?[\s./-]{0,2}){2,6}\d{2,}/gu, sign: /\d{2,}[^A-Za-z]*\d/, what: 'is a telephone number' },
  { test: /\b(?:(?:tel|phone|mobile|cell|whatsapp|signal|tél|móvil|portable|celular)\.?\s*:?|[tm][.:](?=\s?[(+0]))\s*(?:\(?\d{2,4}\)?[\s./-]?){2,6}\d{2,}/giu, sign: /\d{2,}[^A-Za-z]*\d/, what: 'is a telephone number' },
  { test: /(?<![\p{N}\p{L}/.+-])(?!\d{2}([./-])\d{2}\1\d{2,4}\b)0[1-9]\d{0,3}(?:[\s./-]\d{2,4}){2,4}(?!\p{N}|[./-]\p{N})/gu, sign: /0\d{1,4}[\s./-]\d/, what: 'is a telephone number' },
  { test: /\b(?:tel|tél|phone|ext|poste|anexo)\.?\s?:?\s\d{3,6}\b(?!\s?(?:%|per|people|million|calls))|\b(?:phone|line|mobile|cell|number|card|call|ring|reach(?:ed)?|dial|fax|móvil|portable|teléfono|téléphone)\b[^.!?\n\d]{0,25}\(?\b(?!(?:19|20)\d\d\b)\d{1,4}(?:[ .-]\d{2,4}){1,5}\b(?<=(?:\d[ .-]?){7,})/giu, sign: /\d{3}/, what: 'is a telephone number' },
  { test: /\b(?:his|her|whose|my|son|sa|su)\s(?:office|room|desk|suite|bureau|oficina|chambre|habitación)\s?(?:is|est|es|number|at|on|,)\s[^.\n\d]{0,8}\p{Lu}?\.?\d{2,4}\b|['’]s (?:room|suite),?\s(?:number\s)?\d{2,4}\b/giu, sign: /\d{2}/, what: 'tells where somebody is found' },
  { test: /\(0\)\s?\d{1,4}(?:[\s./-]\d{2,4}){1,4}/gu, sign: /\(0\)/, what: 'is a telephone number' },
  { test: /\b(?:(?:ext\.|extension(?: is| number|:)|(?:at|on|under|via) extension(?= \d)|poste (?:n°\s?)?(?=\d{4})|extensión:?|anexo (?=\d{4}))\s?\d{3,5}|(?:ring|dial|text|marcar|llamar al|composer le|appeler le)\s(?:\p{Lu}\p{L}+ )?(?:on |at |en el )?\d{3,6})\b(?!\s?%)/giu, sign: /\d{3}/, what: 'is a telephone extension' },
  { test: /\b(?:direct line|mobile|cell|phone|telephone|private number|number|handset|ligne directe|portable|línea directa|móvil|celular)(?: number)? (?:ends?|ending|finit|termina|begins?|starts?) (?:in|with|by|par|en|con) \d{2,6}\b/giu, sign: /\d{2}/, what: 'is a part of a telephone number' },
  { test: /\b(?:meeting|webinar|conference|réunion|reunión|zoom|call)[\s-]?(?:id|code)\b\s?(?:is|:)?\s?[\d\s-]{6,}\d|\b(?:pass(?:code|word|wort)|pin(?: code)?|mot de passe|contraseña|clave|code d'accès|código de acceso)\s?(?:is|est|es|:)\s?(?=\S*[\d!#$%*_-])[^\s,;)]{4,}|\bpasscode,?\s\d{4,}|\b(?:password|passcode|pw|pwd|mot de passe|contraseña)\s?:\s?[^\s,;)]{3,}/giu, sign: /(?:\b(?:id|code)|pass|pin|pw|contraseña|clave|código)\S{0,5}[^.!?]{0,8}(?:[:\d]|\sis|\ses)/i, what: 'opens a private meeting' },
  { test: /\b(?:he|she|they|il|elle|él|ella|speaker|participant|delegate|guest|who|colleague)\b[^.!?\n]{0,30}\b(?:stays|staying|stayed|is|lodged|loge|se aloja|was|sleeps|reached|found)\b[^.!?\n]{0,14}\b(?:in|at) (?:room|suite|chambre|habitación|flat|apartment)\s(?:n°\s?)?\d{2,4}\b/giu, sign: /(?:room|suite|chambre|habitación|flat|apartment)\s/i, what: 'tells where somebody stays' },
]; // biome-ignore format: a table

/** Names of files and of their folders. */
const files: readonly Form[] = [
  { test: /(?<![\p{L}\p{N}_/.:-])(?<!(?:src|srcset|href)=["'])(?:[\p{L}\p{N}_.-]+\/)*[\p{L}\p{N}_][\p{L}\p{N}_().-]*\.(?:docx?|xlsx?|pptx?|odt|odp|ods|rtf|msg|eml|pages|zip|m4a|mp3|wav|mp4|mov|mkv|ics|vcf|heic|jpe?g|png|tiff?|7z|gdoc|gsheet|pst|bak)\b(?!\/)/giu, sign: /\.[a-z0-9]{2,7}\b/i, what: 'is the name of a file' },
  { test: /(?<![\p{L}\p{N}_/.:-])(?=[\p{L}\p{N}_().-]*(?:_|[-.](?:v\d|final|draft|notes?|rev|copy|interview|scan|signed|annotated|\p{Lu}{2,3}[-.])))[\p{L}\p{N}_][\p{L}\p{N}_().-]*\.(?:pdf|csv|txt|md|html?)\b/giu, sign: /\.(?:pdf|csv|txt|md|html?)\b/i, what: 'is the name of a file' },
  { test: /(?<![\p{L}\p{N}/@._:-])\p{L}[\p{L}\p{N}-]*(?:[/\\_][\p{L}\p{N}-]+)*_[\p{L}\p{N}-]+(?:[/\\_][\p{L}\p{N}-]+)*(?![\p{L}\p{N}@])/gu, sign: /_/, what: 'is the name of a file' },
  { test: /\b(?:IMG|DSC|DSCN|VID|REC|PXL|PHOTO|AUD|PTT|SCAN|Screenshot)[-_ ]?\d{3,}[\w-]*/g, sign: /\d{3}/, what: 'is the name of a file' },
  { test: /(?<![\p{L}\p{N}])\p{L}:\\[^\s,;)]{2,}|\\\\[\w.-]+\\[^\s,;)]+|(?<![\p{L}\p{N}/])~\/[\p{L}\p{N}_./-]{3,}|(?<![\p{L}\p{N}/.:])\/(?:Users|home|Volumes|mnt|media)\/[^\s,;)]+|\bfile:\/\/\S+/gu, sign: /[A-Za-z]:\\|\\\\|~\/|\/(?:Users|home|Volumes|mnt|media)\/|file:/, what: 'is the place of a file' },
]; // biome-ignore format: a table

/** Hosts where people share what is not public, and pages of one person. */
const shares = 's?ftp|drive|cloud|ourcloud|nextcloud|owncloud|seafile|share|sharepoint|onedrive|box|dropbox|filesend|transfer|wetransfer|swisstransfer|smash|pad|etherpad|cryptpad|hedgedoc|miro|mural|trello|asana|notion|airtable|basecamp|slack|teams|meet|zoom|webex|jitsi|whereby|gotomeeting|calendly|doodle|framadate|nuudel|intranet|extranet|webmail|outlook|vault|padlet|mentimeter|slido|vpn|figma|evernote|mega|icloud|workplace|collab|kdrive|proton|tresorit|photos|album'; // biome-ignore format: one list
const links: readonly Form[] = [
  { test: /\b(?:https?:\/\/)?(?:www\.)?(?:chat\.whatsapp\.com|wa\.me|signal\.(?:me|group)|telegram\.me|discord\.gg|linkedin\.com\/in|twitter\.com|x\.com|facebook\.com|instagram\.com|t\.me|threads\.net|bsky\.app\/profile|tiktok\.com\/@|orcid\.org|researchgate\.net\/profile|academia\.edu|medium\.com\/@|substack\.com\/@)\/?[^\s)\]]{2,}/giu, sign: /\.(?:com|me|net|app|group|gg|org|edu)/i, what: 'leads to a personal page' },
  { test: /\b(?:https?:\/\/)?(?:drive|docs|photos|forms|calendar)\.google\.com[^\s)\]]*|\b[\w-]+\.sharepoint\.com[^\s)\]]*|\b(?:www\.)?dropbox\.com\/[^\s)\]]*|\b(?:1drv\.ms|we\.tl|forms\.gle|bit\.ly|goo\.gl|tinyurl\.com|t\.co|ow\.ly|is\.gd|rb\.gy|cutt\.ly|shorturl\.at|lnkd\.in|gofile\.io|mega\.nz|meet\.jit\.si|onedrive\.live\.com|vimeo\.com\/\d+|loom\.com\/share|otter\.ai)\/[^\s)\]]*|\b[\w.-]*zoom\.us\/[^\s)\]]*|\bteams\.microsoft\.com\/[^\s)\]]*|\bmeet\.google\.com\/[^\s)\]]*/giu, sign: /\.(?:com|us|ms|tl|gle|ly|gl|co|gd|gy|at|in|io|nz|si|ai)\b/i, what: 'is a private link' },
  { test: new RegExp(`(?<![\\p{L}\\p{N}@./-])(?!(?:https?:\\/\\/)?cloud\\.google)(?:https?:\\/\\/)?(?:[\\p{L}\\p{N}-]+\\.)*?(?:(?:[\\p{L}\\p{N}]+-)?(?:${shares})(?:-[\\p{L}\\p{N}]+)?)\\.(?:[\\p{L}\\p{N}-]+\\.)*\\p{L}{2,10}\\/[^\\s)\\]"'”’,;]{2,}`, 'giu'), sign: /\.[\p{L}-]{2,}\//u, what: 'is a private link' },
  { test: /\bhttps?:\/\/[^\s)\]]*(?:[?&](?:pwd|token|key|invite|share|usp|sig|auth|code)=|\/(?:share|shared|invite|join|s|d)\/)[^\s)\]]+/giu, sign: /https?:/i, what: 'is a private link' },
]; // biome-ignore format: a table

const reply = '(?:Re|Fw|Fwd|Tr|RV|Rv|AW|WG|Res|Réf)';
/** Subjects of mails and entries of calendars. */
const subjects: readonly Form[] = [
  { test: /^(?:\s*(?:Re|RE|Fw|Fwd|FW|FWD|Tr|RV|Subject|Objet|Asunto)\s*:\s*\S.{2,80})$/gmu, sign: /^\s*[A-Za-z]{2,7}\s*:/m, what: 'is the subject of a mail' },
  { test: new RegExp(`["“”«‘'(]\\s?${reply}\\s?:\\s?[^"“”»\\n]{2,90}["”»’')]|(?<![\\p{L}])(?:RE|FW|FWD|TR|RV|AW|Fwd)\\s?:\\s?\\S[^.!?\\n]{2,80}`, 'giu'), sign: /\b(?:re|fwd?|tr|rv|aw|wg|res|réf)\s?:/i, what: 'is the subject of a mail' },
  { test: /\b(?:(?:subject line|(?:under|with) the subject|objet|asunto)|(?:e-?mail|mail|courriel|correo|thread|invite|calendar entry|folder|carpeta|google doc|google sheet|spreadsheet|deck|dropbox|onedrive|sharepoint|whatsapp|signal|telegram|album|hilo)(?: (?:chat|group|folder|channel|thread|groupe|grupo))?(?: (?:called|titled|headed|entitled|named|under|marked|intitulée?|titulad[oa]|llamad[oa]|appelée?))?)\s?:?\s?["“«‘][^"”»’\n]{3,80}["”»’]/giu, sign: /(?:subject|objet|asunto|mail|courriel|correo|thread|invite|entry|folder|carpeta|doc|sheet|deck|dropbox|drive|point|chat|group|channel|groupe|grupo|whatsapp|signal|telegram|album|hilo|called|titled|headed|named|under|marked)[^"“«]{0,12}["“«]/i, what: 'is the name of a mail, a chat or a folder' },
  { test: /["“«][^"”»\n]{3,60}["”»][^.!?\n]{0,25}\b(?:teams folder|shared folder|sharepoint|dropbox|onedrive|inbox|shared drive|boîte de réception|bandeja de entrada|carpeta compartida|dossier partagé)\b|\b(?:teams|shared|dropbox|whatsapp|signal|telegram|sharepoint|onedrive)\b[^.!?\n]{0,40}\b(?:under|sous|bajo)\s["“«][^"”»\n]{2,80}["”»]|\bchannel\s["“][a-z0-9_-]{3,}["”]/giu, sign: /["“«]/, what: 'is the name of a mail, a chat or a folder' },
]; // biome-ignore format: a table

/** All of them. */
export const forms: readonly Form[] = [...addresses, ...numbers, ...files, ...links, ...subjects];
