# Rokasgrāmatas vārdi latviešu valodā. `~` nozīmē nedalāmo atstarpi.

## Lapa
handbook = Rokasgrāmata
audience = Kam: { $reader }
contents = Saturs
search = Meklēt
nothing-found = Nekas nav atrasts
skip = Pāriet uz tekstu
see = sk.
print = Drukāt
theme = Tumšs vai gaišs
you = Jūs
or = vai
not = izņemot
yes = jā
no = nē
not-known = nav zināms
quoted = „{ $phrase }”
site-start = Sākums
site-by-chapter = Pa nodaļām
site-by-role = Pa lomām
site-by-situation = Pa situācijām
site-whole = Viss vienā lapā
site-language = Valoda
site-pages = Lapas
site-previous = Atpakaļ
site-next = Tālāk
site-moment = Sarunas brīdis
site-role-lead = Kas attiecas uz šo lomu, nodaļu pa nodaļai.
site-situation-lead = Noteikumi, kuros nosaukta šī vērtība. Noteikumi, kas par to nerunā, arī ir spēkā.
stale-translation = tulkojums novecojis
now-title = Kas ir spēkā tagad?
now-lead = Norādiet, kas par situāciju zināms. Nenorādītais paliek atklāts, un atbilde nosauks gadījumus.
now-open = nav norādīts
now-when = Kad
now-day = Diena
now-clock = Laiks
now-holiday = Svētku diena
now-button = Tagad
now-clear = Sākt no jauna
now-reader = Tikai tas, kas attiecas uz
now-everybody = visiem
now-only = Tikai: { $table }
now-zone = Laika josla: { $zone }
now-number = Ierakstiet veselu skaitli.
now-decimals = Ierakstiet skaitli; zīmju aiz komata ne vairāk kā { $count }.
now-ask = Norādiet kaut ko par situāciju, lai saņemtu atbildi.
now-answers = Atbildes: { $count }.
now-still-open = Vēl nav norādīts: { $open }. Norādiet vairāk, lai precizētu atbildi.
now-depends = Atkarīgs no: { $open }. Norādiet vairāk, lai saņemtu atbildi.
now-if = Ja { $when }
now-but = viss, izņemot: { $values }
now-ordinary = bet ne svētku dienās
now-nothing = Standarts par to neko nesaka.
now-conflict = Noteikumi šeit ir pretrunā, un nekur nav teikts, kurš ir svarīgāks.
now-circle = Noteikumi šeit cits citu atceļ pa apli, un neviens nav spēkā.
now-never = Tā nenotiek, saka standarts.
now-many = Gadījumu ir pārāk daudz: norādiet vairāk par situāciju.
now-unsettled = Neizdevās noteikt, kurš noteikums ir izņēmums no kura.
now-untold = Neviens noteikums šeit nešķir to, ko norādījāt.
now-dated = Nav iekļauti, jo atkarīgi no datuma:
now-more = Un vēl gadījumi: { $count }. Norādiet vairāk par situāciju.
now-in-place = Noteikums:
now-instead = Spēkā šā vietā: { $rules }
now-hidden = noteikums, kura nav šajā rokasgrāmatā
now-answered-by = atbild: { $roles }
now-unanswered = neviens no atbildētājiem nav dežūrā
now-nobody = neviena
now-partly = daļu no šī laika
now-season = atkarībā no datuma
now-is-open = atvērts
now-closed-day = Šajā dienā uzņēmums ir slēgts neatkarīgi no darba laika.
now-stale = Noteikumi mainījušies { $date }, pēc šīs lapas izveides. Lūdziet jaunāko.
news-title = Kas jauns jums: { $role }
news-between = No versijas { $old } uz { $new }, stāvoklis { $date }.
news-day = Stāvoklis uz { $date }
news-again = Lūdzu, parakstiet vēlreiz: mainījies tas, kas svarīgs jūsu lomai.
news-not-again = Vēlreiz parakstīt nevajag: tas, kas svarīgs jūsu lomai, palicis nemainīgs.
news-nothing = Jums nekas nav mainījies.
news-first = Jūsu loma šajā versijā ir jauna: lūdzu, izlasiet tās rokasgrāmatu.
news-new = jauns
news-gone = vairs nav
news-changed = mainīts
news-before = bija
news-after = tagad
news-better = labāk klientiem
news-worse = mazāk klientiem
news-wording = Mainīti tikai vārdi, vietas: { $count }.
news-open = Izmaiņu var būt vairāk: jautājumi, kas palika atklāti: { $count }.
kit-title = Ievadīšana darbā: { $role }
kit-checklist = Kontrolsaraksts
kit-step = Solis
kit-done = Izpildīts
kit-mentor = Mentors
kit-usual-read = Izlasīt savas lomas rokasgrāmatu un pajautāt par neskaidro
kit-usual-practise = Kopā ar kolēģi izmēģināt skriptus un gadījumus
kit-usual-test = Nokārtot testu
kit-usual-sign = Parakstīt lapu
kit-quiz = Tests
kit-key = Atbildes
kit-question = Jautājums
kit-source = Rokasgrāmatā
kit-cases = Mācību gadījumi
kit-cases-lead = Viens tēlo klientu, otrs apkalpo, trešais atzīmē redzēto.
kit-scene = Klients
kit-watched = Ko vēro
kit-sign-off = Iepazīšanās lapa
kit-sign-text = Dokumentu „{ $title }”, versija { $version }, esmu izlasījis / izlasījusi daļā, kas attiecas uz: { $role }. Zinu, ko tas no manis prasa, un strādāju pēc tā.
kit-name = Vārds, uzvārds
kit-date = Datums
kit-signature = Paraksts
kit-fingerprint = Būtiskā nospiedums
kit-fingerprint-note = Parakstīt vēlreiz vajag tikai tad, kad nospiedums ir mainījies. Jauns formulējums vien to nemaina.
quiz-lead = Jautājumu: { $count }. Vajadzīgo pareizo atbilžu: { $mark }.
quiz-check = Pārbaudīt atbildes
quiz-again = Vēlreiz
quiz-passed = Nokārtots
quiz-failed = Vēl nav nokārtots
quiz-right = Pareizā atbilde
quiz-wrong = Nepareizi
quiz-no-exception = ja nav spēkā izņēmums
quiz-time = { $situation }. { $measure }: ko mēs solām?
quiz-script = { $situation }: kuri vārdi ir pareizie?
quiz-decision = { $table }. { $situation }. Kāds ir lēmums?
quiz-escalation = { $situation }. Kam ziņo, kad pagājis laiks: { $after }?
quiz-never = Zem “Nekad” teikts: “{ $never }”. Par kuriem klientiem?
score-title = Vērtēšanas lapas
score-item = Ko vērtē
score-rule = Noteikums
score-fatal = Izšķirošais
score-contact = Saskarsme
score-whom = Darbinieks vai vieta
score-observer = Vērtētājs
score-not-applicable = n/a
score-points = Punkti
score-possible = Iespējamie punkti
score-missed = Izlaisti izšķirošie
score-share = Vērtējums
score-verdict = Iznākums
score-passed = izturēts
score-failed = nav izturēts
score-open = nav pabeigts
score-kept = Ievērots
score-mean = Vidējais vērtējums
score-lead = Pie katra punkta un saskarsmes: jā, nē vai n/a. Punkts „n/a” netiek skaitīts; izlaists izšķirošais punkts padara vērtējumu par nulli.
charter-title = Ko jūs varat no mums sagaidīt
charter-reach = Kā mūs sasniegt
charter-times = Ko mēs apsolām
charter-missed = Ja solījumu neturam
charter-limits = Uz ko tas neattiecas un ko lūdzam

## Vāks
version = Versija
effective = Spēkā no
review-by = Pārskatāms līdz
standard-owner = Par standartu atbild
standard-id = Īsais nosaukums
as-of = Stāvoklis uz

## Nodaļas
chapter-welcome = Kāpēc mēs to darām
chapter-channels = Kanāli un darba laiks
chapter-people = Cilvēki un pienākumi
chapter-locations = Vietas
chapter-chain = Apkalpošanas ķēde
chapter-packages = Pakalpojumu paketes
chapter-situations = Kādas situācijas mēs šķiram
chapter-times = Atbildes termiņi
chapter-clock = Kā tiek skaitīts laiks
chapter-remedies = Ja solījums nav turēts
chapter-scripts = Sarunu skripti
chapter-wording = Vārdu izvēle
chapter-passing-on = Aizturēšana un pāradresēšana
chapter-conduct = Saskarsme un sarakste
chapter-behaviours = Uzvedība
chapter-playbooks = Klienti, kuriem vajadzīga īpaša pieeja
chapter-procedures = Procedūras
chapter-escalations = Eskalācija
chapter-decisions = Atgriešana un lēmumi
chapter-offers = Piedāvājumi, atvainošanās, pateicība
chapter-limits = Uz ko solījumi neattiecas
chapter-upkeep = Telpas un izskats
chapter-quality = Kvalitāte
chapter-feedback = Klientu vērtējumi
chapter-incentives = Prēmijas
chapter-deviations = Atkāpes no noteikumiem
chapter-learning = Pirmās dienas un mācības
chapter-glossary = Vārdnīca
chapter-examples = Piemēri
chapter-about = Par šo standartu

## Standarta sadaļas
section-standard = Standarts
section-channels = Kanāli
section-roles = Lomas
section-locations = Vietas
section-links = Apkalpošanas ķēde
section-packages = Pakalpojumu paketes
section-situation = Situācijas
section-never-happens = Kas nenotiek
section-response-times = Atbildes termiņi
section-measures = Rādītāji
section-staffing = Noslodze
section-clock = Laika skaitīšana
section-if-missed = Neturēti solījumi
section-scripts = Sarunu skripti
section-wording = Vārdu izvēle
section-hold = Aizturēšana
section-transfers = Pāradresēšana
section-conduct = Saskarsme
section-correspondence = Sarakste
section-behaviours = Uzvedība
section-customer-types = Klientu tipi
section-procedures = Procedūras
section-escalations = Eskalācija
section-returns = Atgriešana
section-decisions = Lēmumi
section-selling = Pārdošana
section-recovery = Kļūdu labošana
section-loyalty = Pateicība un lojalitāte
section-follow-up = Saziņa pēc pirkuma
section-exclusions = Izņēmumi
section-customer-duties = Ko mēs lūdzam klientiem
section-premises = Telpas un aprīkojums
section-appearance = Izskats
section-quality = Kvalitāte
section-metrics = Kvalitātes rādītāji
section-verification = Pārbaude
section-assessment = Darba novērtēšana
section-feedback = Klientu vērtējumi
section-incentives = Prēmijas
section-deviations = Atkāpes
section-onboarding = Ievadīšana darbā
section-training = Mācības
section-glossary = Vārdnīca
section-scenarios = Piemēri
section-review = Pārskatīšana
section-languages = Valodas
section-holidays = Svētku dienas
section-waive = Pieņemts uz laiku
section-check_rules = Cik stingri standarts tiek pārbaudīts
check-rule = Pārbaudes noteikums
check-severity = Tā atzinumi
check-error = kļūda
check-warning = brīdinājums
check-info = piezīme
check-off = izslēgts

## Uzraksti
accepted = Kas ir pieņemts
accessibility = Pieejamība
address = Uzrunas forma
address-postal = Adrese
after = Pēc
after-hours = Ārpus darba laika
after-hours-callback = Ārpus darba laika: atzvanām, termiņš
after-hours-redirect = Ārpus darba laika: cits kanāls
after-hours-script = Ārpus darba laika: ko klients dzird vai lasa
agreed = Par ko ir vienošanās
aim = mērķis
alarm = Trauksme
allowances = Apjoms
allowed-if = Pieļaujams, ja
amount = Summa
and-more = un vēl { $count }
answers = Ko darām ar atbildēm
ask-by = Kā jautājam
ask-first = Vispirms jautājam klientam
ask-for = Pajautāt
ask-within = Jautājam, termiņš
at-most = nekad vairāk kā
at-the-same-time = vienlaikus
authority = Lemj
better-say = Labāk tā
booking = Pieraksts
bound = Mazāk nedrīkst
bounds = Ārējās prasības
budget = Budžets visiem šādiem gadījumiem
builds-on = Balstās uz
by = Kā
calls-per-hour = Zvani stundā
channel = Kanāls
check = Ko pārbaudām
cite = Avots
clock-excludes = Netiek skaitīts
clock-hours = Skaita darba laikā
clock-pauses = Laiks netiek skaitīts, kamēr
clock-reply = Kas ir atbilde: { $replies }.
clock-short-abandon = Saziņa, kas ilgst mazāk nekā { $limit }, netiek skaitīta.
business-hours = Darba laiks
closed-besides = Slēgts arī
colleagues = Kolēģi
come-back-every = Atgriezties pie klienta, intervāls
coming-from = No { $date }
concerns = Attiecas uz
condition = Preces stāvoklis
condition-to-meet = Nosacījums
conditions = Kad
contact = Saziņa
contact-staff = Apkalpo klientus
covers = Temati
currency = Valūta
decided-by = Lemj
decides = Lemj par
depends-on = Atkarīga no
do = Ko darīt
done-within = Termiņš
duties = Pienākumi
edition = Valodas redakcija
elements = Satur
escalation = Eskalācija
every = Cik bieži
exception-to = Izņēmums no
excludes = Nav iekļauts
fatal = Bez tā saziņa netiek ieskaitīta
first-steps = Pirmie soļi
free-of-charge = Bez maksas
from = Spēkā no
further-outcomes = Citi iznākumi
give = Klients saņem arī
hand-over = Nodot
handling-time = Saziņas ilgums
held-by = Vada
holidays-of = Svētku dienas valstī
hours = Darba laiks
how = Kā
if-not = Ja tā nav
in-detail = Sīkāk
includes = Iekļauts
instead = Labāki vārdi
instead-of = Nesakām
kind = Veids
languages = Valodas
level = Līmenis
line-of-business = Nozare
location = Vieta
locations = Vietas
longer-is-better = vairāk ir labāk
longest = Ne ilgāk kā
low-score = Pēc zema vērtējuma
may = Drīkst piešķirt bez prasīšanas
may-be-unknown = var būt nezināms
means = Nozīme
measure = Rādītājs
measured-by = Datu avots
measures = Ko nozīmē rādītāji
mentor = Mentors
menu-choices = Izvēlne: iespējas
menu-depth = Izvēlne: līmeņi
menu-exit-to-person = Izvēlne: no katra līmeņa var sasniegt cilvēku
menu-options = Izvēlne: iespējas līmenī
menu-say = Izvēlne: paziņojums
method = Metode
missed-promise = Neturētais solījums
mistakes = Ja esam kļūdījušies mēs
must-cover = Katrā gadījumā ir
must-see = Pa rokai, lai nevienam nav jāstāsta divreiz
never = Nekad
never-happens = Kas nenotiek
never-say = Tā mēs nesakām
only-when = Tikai tad, ja
never-when = Nekad nepiedāvājam
note = Piezīme
number = skaitlis
observed-as = Kā to redz no malas
offer = Piedāvājums
on-alarm = Trauksmes gadījumā
on-request = Pēc pieprasījuma
on-duty = Dežūrā
on-every-channel = Visos kanālos
onboarding-of = Pirmie soļi: { $role }
open-besides = Atvērts, kaut arī svētki
otherwise = Ja ieilgst
otherwise-case = visos pārējos gadījumos
outcome = Iznākums
owner = Atbildīgais
paid-within = Izmaksas termiņš
pass = Sasniedzamais vērtējums
pass-mark = Vajadzīgās pareizās atbildes
pass-on = Ko nododam
pay = Izmaksa
pay-at-most = Kopā ne vairāk kā
pay-then = Par katru nākamo periodu
pays = Kā aprēķina
people-on-duty = Cilvēki dežūrā
placeholder = Jāaizpilda
point-of-contact = Klienta vienīgā kontaktpersona
possible-values = Iespējamās vērtības
practise = Izmēģināt
prefer = Labprāt sakām
price = Cena
procedure = Procedūra
procedures = Procedūras
promise = Solīts
proof = Apliecinājums
proposals = Kur iesniegt priekšlikumus
published-at = Kur redz klienti
purpose = Nolūks
questions = Jautājumi
read = Izlasīt
read-by = Lasa
record = Pierakstīt
recorded = Atkāpi pieraksta
refund-within = Naudas atmaksas termiņš
refuse-service = Apkalpošanu drīkst atteikt
refuse-when = Apkalpošanu drīkst atteikt, ja
remarks = Piezīmes
reports-to = Pakļauts
reviewed = Pārskata
reviewed-by = Pārskatītājs
rewarded = Tiek atalgots
ring = Viens signāls ilgst
rising = nākamajām vērtībām nekad nav sliktāk
role = Loma
sample = Izlase
sanctioned = Tiek sodīts
say = Sacīt
say-at-most = Runājams ne ilgāk kā
scorecard = Tiek vērtēts
serves = Apkalpo
shown-at = Kur norādīts
shrinkage = Laiks bez zvaniem
sign-off = Paraksts par iepazīšanos
signs = Kā atpazīt
situation = Situācija
staffed-by = Atbild
staffing = Noslodze maksimumstundās
suits = Kam piemērota
target = Mērķis
target-time = Termiņš
tell = Pateikt klientam
term = Vārds
then-holds = Tad ir spēkā
time-zone = Laika josla
to = Kam
told-by = Kā paziņojam
tone = Tonis
transfers-at-most = Pāradresēšanas reizes, ne vairāk kā
until = Spēkā līdz
up-to = Līdz
uses = Gaida
values = Mūsu vērtības
warm = Kolēģis vispirms uzzina lietas būtību
watched-by = Uzrauga
weight = Svars
what-helps = Kas palīdz
what-is-asked = Ko lūdzam
what-matters = Kas ir svarīgi
when = Kad
when-all-are-done = kad viss ir izdarīts
when-rules-meet = Ja noteikumi pārklājas
who = Kurš
why = Kāpēc
within = Termiņš

## Veidi, nolūki un citi pastāvīgie vārdi
kind-voice = tālrunis
kind-chat = tērzēšana
kind-written = rakstisks
kind-public = publisks
kind-in-person = klātienē
kind-video = video
audience-customers = klientus
audience-colleagues = kolēģus
level-1 = pieņem un uzrauga pieteikumus
level-2 = eksperts
level-3 = lemj un maina sistēmu
address-formal = uz „Jūs”
address-informal = uz „tu”
clock-starts-first-customer-message = Laiku skaita no klienta pirmās ziņas vai zvana.
clock-starts-ticket-created = Laiku skaita no pieteikuma reģistrēšanas.
clock-starts-next-opening = Laiku skaita no kanāla nākamās atvēršanas.
clock-starts-detection = Laiku skaita no brīža, kad traucējumu pamana mūsu uzraudzība.
clock-starts-receipt = Laiku skaita no preces vai nosūtīšanas apliecinājuma saņemšanas.
clock-starts-purchase = Laiku skaita no pirkuma.
reply-human = no cilvēka
reply-public = redzama klientam
reply-automatic = automātiska
reply-internal = iekšēja piezīme
reopened-starts-again = Ja pieteikums tiek atvērts no jauna, laiku skaita no sākuma.
reopened-goes-on = Ja pieteikums tiek atvērts no jauna, laiku skaita tālāk.
share-of-offered = Daļas rēķina no visas saņemtās saziņas, ne tikai no atbildētās.
share-of-answered = Daļas rēķina no atbildētās saziņas.
when-rules-meet-strictest = spēkā ir klientam labākais noteikums
method-statistics = sistēmu dati
method-survey = klientu aptauja
method-mystery-shopping = slepenais pircējs
method-staff-test = zināšanu pārbaude
method-recordings = ierakstu noklausīšanās
method-chat-logs = tērzēšanas un vēstuļu lasīšana
method-observation = vērošana darbā
method-inspection = apskate uz vietas
training-workshop = darbnīca
training-role-play = lomu spēle
training-test = tests
training-e-learning = e-mācības
training-shadowing = blakus pieredzējušam kolēģim
training-coaching = koučings
purpose-greeting = sveiciens
purpose-identify = identificēšana
purpose-discover-needs = vajadzību noskaidrošana
purpose-present = prezentācija
purpose-objection = iebildums
purpose-answer = atbilde uz jautājumu
purpose-hold = aizturēšana
purpose-transfer = pāradresēšana
purpose-apology = atvainošanās
purpose-refusal = atteikums
purpose-update = lietas gaita
purpose-acknowledgement = saņemšanas apstiprinājums
purpose-voicemail = balss pasts
purpose-callback = atzvanīšana
purpose-no-purchase = aiziešana bez pirkuma
purpose-upsell = papildu piedāvājums
purpose-summary = kopsavilkums
purpose-closing = noslēgums
purpose-feedback = vērtējuma lūgums
purpose-review-reply = atbilde uz atsauksmi
purpose-follow-up = saziņa pēc pirkuma
purpose-off-script = ārpus skripta
purpose-queue = gaidīšana rindā
purpose-other = cits
element-greeting = sveiciens
element-company = uzņēmuma nosaukums
element-name = savs vārds
element-department = nodaļa
element-offer-of-help = palīdzības piedāvājums
element-apology = atvainošanās
element-thanks = pateicība
element-next-step = nākamais solis
element-deadline = termiņš
element-summary = kopsavilkums
element-anything-else = „vai vēl kas?”
element-farewell = atvadas
element-question = atvērts jautājums
element-consent = piekrišana
element-reason = iemesls
element-alternative = cits risinājums
element-contact = kā ar mums sazināties
measure-answer = atbilde uz zvanu
measure-wait = gaidīšana
measure-acknowledgement = saņemšanas apstiprinājums
measure-first-response = pirmā atbilde
measure-next-response = nākamā atbilde
measure-update-every = ziņas par gaitu, intervāls
measure-callback = atzvanīšana
measure-arrival = ierašanās
measure-workaround = pagaidu risinājums
measure-handling = saziņas ilgums
measure-resolution = atrisinājums
measure-delivery = piegāde
measure-refund = naudas atmaksa
dimension-channel = kanāls
dimension-time = laiks
dimension-role = loma
dimension-location = vieta
dimension-language = valoda
may-compensate = kompensācija
may-discount = atlaide
may-refund = naudas atmaksa
may-service-credit = atlaide pakalpojuma maksai
outcome-refund = naudas atmaksa
outcome-exchange = maiņa
outcome-replace = jauna prece
outcome-repair = remonts
outcome-repair-or-replace = remonts vai maiņa
outcome-refuse = atteikums
outcome-replace-or-refund = jauna prece vai naudas atmaksa
outcome-refund-or-replace = naudas atmaksa vai jauna prece
end-resolved = atrisināts
end-refused = atteikts
end-closed = slēgts
end-cancelled = atcelts
end-declined = klients atteicās
end-delivered = piegādāts
end-reported = paziņots
end-ready = gatavs
end-deferred = atlikts
end-escalated = nodots augstāk
decided-outcome = iznākums
decided-refund-within = naudas atmaksas termiņš
decided-within = termiņš
decided-amount = summa
unit-people = cilv.
unit-days = d.
unit-hours = st.
unit-minutes = min
unit-months = mēn.
unit-years = g.
unit-pieces = gab.
language-en = angļu
language-ru = krievu
language-pl = poļu
language-lv = latviešu
language-lt = lietuviešu
language-et = igauņu
language-de = vācu
language-uk = ukraiņu
country-pl = Polija
country-lv = Latvija
country-lt = Lietuva
country-ee = Igaunija
country-ru = Krievija
country-de = Vācija
country-at = Austrija
country-cz = Čehija
country-es = Spānija
country-fr = Francija
country-gb = Apvienotā Karaliste
country-us = Amerikas Savienotās Valstis

## Lielumi
number-decimal = ,
number-group = ~
percent = { $figure }~%
percent-of = { $percent } ({ $of })
figure-share = { $share } gadījumu { $within } laikā
figure-best-effort = pēc iespējas
figure-as-needed = pēc vajadzības
figure-no-promise = bez solījuma
threshold-at-least = ne mazāk kā { $bound }
threshold-more-than = vairāk nekā { $bound }
threshold-at-most = ne vairāk kā { $bound }
threshold-less-than = mazāk nekā { $bound }
currency-pln = PLN
currency-eur = €
currency-rub = RUB
currency-usd = USD
currency-gbp = GBP
duration-second = { $n ->
    [one] { $figure }~sekunde
   *[other] { $figure }~sekundes
}
    .within = { $n ->
        [one] { $figure }~sekundes
       *[other] { $figure }~sekunžu
    }
duration-minute = { $n ->
    [one] { $figure }~minūte
   *[other] { $figure }~minūtes
}
    .within = { $n ->
        [one] { $figure }~minūtes
       *[other] { $figure }~minūšu
    }
duration-hour = { $n ->
    [one] { $figure }~stunda
   *[other] { $figure }~stundas
}
    .within = { $n ->
        [one] { $figure }~stundas
       *[other] { $figure }~stundu
    }
duration-day = { $n ->
    [one] { $figure }~diena
   *[other] { $figure }~dienas
}
    .within = { $n ->
        [one] { $figure }~dienas
       *[other] { $figure }~dienu
    }
duration-week = { $n ->
    [one] { $figure }~nedēļa
   *[other] { $figure }~nedēļas
}
    .within = { $n ->
        [one] { $figure }~nedēļas
       *[other] { $figure }~nedēļu
    }
duration-month = { $n ->
    [one] { $figure }~mēnesis
   *[other] { $figure }~mēneši
}
    .within = { $n ->
        [one] { $figure }~mēneša
       *[other] { $figure }~mēnešu
    }
duration-year = { $n ->
    [one] { $figure }~gads
   *[other] { $figure }~gadi
}
    .within = { $n ->
        [one] { $figure }~gada
       *[other] { $figure }~gadu
    }
duration-ring = { $n ->
    [one] { $figure }~signāls
   *[other] { $figure }~signāli
}
    .within = { $n ->
        [one] { $figure }~signāla
       *[other] { $figure }~signālu
    }
business-second = { $n ->
    [one] { $figure }~darba sekunde
   *[other] { $figure }~darba sekundes
}
    .within = { $n ->
        [one] { $figure }~darba sekundes
       *[other] { $figure }~darba sekunžu
    }
business-minute = { $n ->
    [one] { $figure }~darba minūte
   *[other] { $figure }~darba minūtes
}
    .within = { $n ->
        [one] { $figure }~darba minūtes
       *[other] { $figure }~darba minūšu
    }
business-hour = { $n ->
    [one] { $figure }~darba stunda
   *[other] { $figure }~darba stundas
}
    .within = { $n ->
        [one] { $figure }~darba stundas
       *[other] { $figure }~darba stundu
    }
business-day = { $n ->
    [one] { $figure }~darba diena
   *[other] { $figure }~darba dienas
}
    .within = { $n ->
        [one] { $figure }~darba dienas
       *[other] { $figure }~darba dienu
    }
business-week = { $n ->
    [one] { $figure }~darba nedēļa
   *[other] { $figure }~darba nedēļas
}
    .within = { $n ->
        [one] { $figure }~darba nedēļas
       *[other] { $figure }~darba nedēļu
    }
business-month = { $n ->
    [one] { $figure }~darba mēnesis
   *[other] { $figure }~darba mēneši
}
    .within = { $n ->
        [one] { $figure }~darba mēneša
       *[other] { $figure }~darba mēnešu
    }
business-year = { $n ->
    [one] { $figure }~darba gads
   *[other] { $figure }~darba gadi
}
    .within = { $n ->
        [one] { $figure }~darba gada
       *[other] { $figure }~darba gadu
    }
business-ring = { $n ->
    [one] { $figure }~signāls
   *[other] { $figure }~signāli
}
    .within = { $n ->
        [one] { $figure }~signāla
       *[other] { $figure }~signālu
    }
times-per = { $n ->
    [one] { $n }~reizi { $period }
   *[other] { $n }~reizes { $period }
}
per-call = zvanā
per-contact = saziņas reizē
per-visit = apmeklējumā
per-hour = stundā
per-shift = maiņā
per-day = dienā
per-week = nedēļā
per-month = mēnesī
per-quarter = ceturksnī
per-half-year = pusgadā
per-year = gadā
every-call = { $n ->
    [1] katrā zvanā
   *[other] katrā { $n }. zvanā
}
every-contact = { $n ->
    [1] katrā saziņā
   *[other] katrā { $n }. saziņā
}
every-visit = { $n ->
    [1] katrā apmeklējumā
   *[other] katrā { $n }. apmeklējumā
}
every-hour = { $n ->
    [1] ik stundu
    [one] reizi { $n }~stundā
   *[other] reizi { $n }~stundās
}
every-shift = { $n ->
    [1] katrā maiņā
    [one] reizi { $n }~maiņā
   *[other] reizi { $n }~maiņās
}
every-day = { $n ->
    [1] katru dienu
    [one] reizi { $n }~dienā
   *[other] reizi { $n }~dienās
}
every-week = { $n ->
    [1] katru nedēļu
    [one] reizi { $n }~nedēļā
   *[other] reizi { $n }~nedēļās
}
every-month = { $n ->
    [1] katru mēnesi
    [one] reizi { $n }~mēnesī
   *[other] reizi { $n }~mēnešos
}
every-quarter = { $n ->
    [1] katru ceturksni
    [one] reizi { $n }~ceturksnī
   *[other] reizi { $n }~ceturkšņos
}
every-half-year = { $n ->
    [1] katru pusgadu
    [one] reizi { $n }~pusgadā
   *[other] reizi { $n }~pusgados
}
every-year = { $n ->
    [1] katru gadu
    [one] reizi { $n }~gadā
   *[other] reizi { $n }~gados
}

## Kalendārs
date = { $day2 }.{ $month2 }.{ $year }.
date-of-every-year = { $day2 }.{ $month2 }.
closed = slēgts
off-duty = brīvs
around-the-clock = visu diennakti
holidays = svētku dienas
day-0 = P.
day-1 = O.
day-2 = T.
day-3 = C.
day-4 = Pk.
day-5 = S.
day-6 = Sv.
month-1 = janvāris
month-2 = februāris
month-3 = marts
month-4 = aprīlis
month-5 = maijs
month-6 = jūnijs
month-7 = jūlijs
month-8 = augusts
month-9 = septembris
month-10 = oktobris
month-11 = novembris
month-12 = decembris
month-name-1 = janvāris
month-name-2 = februāris
month-name-3 = marts
month-name-4 = aprīlis
month-name-5 = maijs
month-name-6 = jūnijs
month-name-7 = jūlijs
month-name-8 = augusts
month-name-9 = septembris
month-name-10 = oktobris
month-name-11 = novembris
month-name-12 = decembris
