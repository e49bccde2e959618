// Endings that words take, by language, longest first, in folded letters; `ies>y` puts a letter in their place.
const FOLD_FROM = "ßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿāăąćĉċčďđēĕėęěĝğġģĥħĩīĭįıĳĵķĸĺļľŀłńņňŉŋōŏőœŕŗřśŝşšţťŧũūŭůűųŵŷźżžſёйșț";
const FOLD_TO = "saaaaaaaceeeeiiiidnoooooouuuuytyaaaccccddeeeeegggghhiiiiiijkklllllnnnnnoooorrrsssstttuuuuuuwyzzzsеиst";
const ENDINGS = {
  en: "lling>l ments nning>n pping>p rring>r tting>t ings lled>l ment nned>n pped>p rred>r tted>t ers ied>y ies>y ing 's ed er es e s",
  ru: "анного анными енного енными анная анное анные анныи анным анных аться енная енное енные енныи енным енных иться уется яться аете аешь аите аныи ется ится иями ться уите ьями ются яете яите ятся аем ает ами ать ают его ему еть ешь иеи ием ими ите ить ишь иям иях ого ому тся уем ует уют ыми ьев ьям ьях яем яет ями ять яют ам ах ая ев ее еи ек>к ем ец>ц ею ие ии им их ию ия ов ое ои ок>к ом ою ую ые ыи ым ых ье ьи ью ья ют юю ям ях яя а е и о у ы ь ю я",
  pl: "ujecie ujemy ujesz acie dzie>d ecie iach iami icie iego iemu kach>k kami>k kiem>k owac ach aja ami amy cie>t ego emu emy ich iej iek>k iem imi imy iom iow kom>k kow>k owi rze>r rzy>r uja uje ych ymi ac ci>t ec ej ek>k em ia ie im io iu ka>k ke>k ki>k ku>k om ow ym a e i o u y",
  lv: "ajiem ajai ajam ajas ajos ajus jiem ais aja iem ies jai jam jas jos jus ai am as at ei em es et im is it ja ji js ju os um us a e i o s u",
};
