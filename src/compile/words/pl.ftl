# Słowa podręcznika po polsku. `~` oznacza spację nierozdzielającą.

## Strona
handbook = Podręcznik
audience = Dla kogo: { $reader }
contents = Spis treści
search = Szukaj
nothing-found = Nic nie znaleziono
skip = Przejdź do treści
see = zob.
print = Drukuj
theme = Ciemny lub jasny
you = Ty
or = lub
not = oprócz
yes = tak
no = nie
not-known = nie wiadomo
quoted = „{ $phrase }”
site-start = Start
site-by-chapter = Według rozdziałów
site-by-role = Według ról
site-by-situation = Według sytuacji
site-whole = Wszystko na jednej stronie
site-language = Język
site-pages = Strony
site-previous = Wstecz
site-next = Dalej
site-moment = Moment rozmowy
site-role-lead = Co dotyczy tej roli, rozdział po rozdziale.
site-situation-lead = Zasady, które wymieniają tę wartość. Zasady, które o niej nie mówią, również obowiązują.
stale-translation = tłumaczenie nieaktualne
now-title = Co obowiązuje teraz?
now-lead = Podaj, co wiadomo o sytuacji. Czego nie podasz, pozostaje otwarte, a odpowiedź wymieni przypadki.
now-open = nie podano
now-when = Kiedy
now-day = Dzień
now-clock = Godzina
now-holiday = Dzień świąteczny
now-button = Teraz
now-clear = Od nowa
now-reader = Tylko to, co dotyczy
now-everybody = wszystkich
now-only = Tylko dla: { $table }
now-zone = Strefa czasowa: { $zone }
now-number = Wpisz liczbę całkowitą.
now-decimals = Wpisz liczbę; miejsc po przecinku najwyżej { $count }.
now-ask = Podaj coś o sytuacji, aby otrzymać odpowiedź.
now-answers = Odpowiedzi: { $count }.
now-still-open = Nie podano jeszcze: { $open }. Podaj więcej, aby zawęzić odpowiedź.
now-depends = Zależy od: { $open }. Podaj więcej, aby otrzymać odpowiedź.
now-if = Jeśli { $when }
now-but = wszystko oprócz: { $values }
now-ordinary = ale nie w dni świąteczne
now-nothing = Standard nic o tym nie mówi.
now-conflict = Reguły są tu ze sobą sprzeczne i nigdzie nie powiedziano, która się liczy.
now-circle = Reguły uchylają się tu nawzajem w kółko i żadna się nie liczy.
now-never = To się nie zdarza, mówi standard.
now-many = Przypadków jest zbyt wiele: podaj więcej o sytuacji.
now-unsettled = Nie udało się ustalić, która reguła jest wyjątkiem od której.
now-untold = Żadna reguła nie rozróżnia tu tego, co podano.
now-dated = Pominięte, bo zależą od daty:
now-more = I jeszcze przypadków: { $count }. Podaj więcej o sytuacji.
now-in-place = Reguła:
now-instead = Obowiązuje zamiast: { $rules }
now-hidden = reguła, której nie ma w tym podręczniku
now-answered-by = odpowiada: { $roles }
now-unanswered = nikogo z odpowiadających nie ma na dyżurze
now-nobody = nikogo
now-partly = przez część tego czasu
now-season = zależnie od daty
now-is-open = otwarte
now-closed-day = W tym dniu firma jest zamknięta, bez względu na godziny.
now-stale = Reguły zmieniły się { $date }, po utworzeniu tej strony. Poproś o aktualną.
news-title = Co nowego dla Ciebie: { $role }
news-between = Od wersji { $old } do { $new }, stan na { $date }.
news-day = Stan na { $date }.
news-again = Prosimy podpisać ponownie: zmieniło się to, co ważne dla Twojej roli.
news-not-again = Nie trzeba podpisywać ponownie: to, co ważne dla Twojej roli, pozostało takie samo.
news-nothing = Dla Ciebie nic się nie zmieniło.
news-first = Twoja rola jest nowa w tej wersji: prosimy przeczytać jej podręcznik.
news-new = nowe
news-gone = już nie
news-changed = zmienione
news-before = było
news-after = jest
news-better = lepiej dla klientów
news-worse = mniej dla klientów
news-wording = Zmieniły się tylko słowa, miejsc: { $count }.
news-open = Zmian może być więcej: pytania, które pozostały otwarte: { $count }.
kit-title = Wdrożenie: { $role }
kit-checklist = Lista kontrolna
kit-step = Krok
kit-done = Wykonano dnia
kit-mentor = Mentor
kit-usual-read = Przeczytać podręcznik swojej roli i zapytać o to, co niejasne
kit-usual-practise = Przećwiczyć skrypty i przypadki z kolegą lub koleżanką
kit-usual-test = Zdać test
kit-usual-sign = Podpisać kartę
kit-quiz = Test
kit-key = Odpowiedzi
kit-question = Pytanie
kit-source = W podręczniku
kit-cases = Przypadki do ćwiczenia
kit-cases-lead = Jedna osoba gra klienta, druga obsługuje, trzecia zaznacza, co zobaczyła.
kit-scene = Klient
kit-watched = Co się obserwuje
kit-sign-off = Karta zapoznania się
kit-sign-text = Dokument „{ $title }”, wersja { $version }, w części dla: { $role } – przeczytałam / przeczytałem. Wiem, czego ode mnie wymaga, i pracuję zgodnie z nim.
kit-name = Imię i nazwisko
kit-date = Data
kit-signature = Podpis
kit-fingerprint = Odcisk tego, co istotne
kit-fingerprint-note = Podpisać ponownie trzeba tylko wtedy, gdy odcisk się zmienił. Samo nowe brzmienie go nie zmienia.
quiz-lead = Pytań: { $count }. Potrzebnych poprawnych odpowiedzi: { $mark }.
quiz-check = Sprawdź odpowiedzi
quiz-again = Jeszcze raz
quiz-passed = Zdane
quiz-failed = Jeszcze niezdane
quiz-right = Poprawna odpowiedź
quiz-wrong = Niepoprawnie
quiz-no-exception = gdy nie obowiązuje wyjątek
quiz-time = { $situation }. { $measure }: co obiecujemy?
quiz-script = { $situation }: które słowa są właściwe?
quiz-decision = { $table }. { $situation }. Jaka jest decyzja?
quiz-escalation = { $situation }. Kogo zawiadamiamy, gdy minie { $after }?
quiz-never = Pod „Nigdy” napisano: „{ $never }”. O których klientach?
score-title = Karty oceny
score-item = Co się ocenia
score-rule = Zasada
score-fatal = Decydujące
score-contact = Kontakt
score-whom = Pracownik lub miejsce
score-observer = Oceniający
score-not-applicable = nd.
score-points = Punkty
score-possible = Możliwe punkty
score-missed = Pominięte decydujące
score-share = Wynik
score-verdict = Rozstrzygnięcie
score-passed = zaliczone
score-failed = niezaliczone
score-open = niedokończone
score-kept = Spełnione
score-mean = Średni wynik
score-lead = Przy każdej pozycji i każdym kontakcie: tak, nie lub nd. Pozycja „nd.” się nie liczy; pominięta pozycja decydująca zeruje wynik.
charter-title = Czego możesz od nas oczekiwać
charter-reach = Jak się z nami skontaktować
charter-times = Co obiecujemy
charter-missed = Gdy nie dotrzymamy słowa
charter-limits = Czego to nie obejmuje i o co prosimy

## Okładka
version = Wersja
effective = Obowiązuje od
review-by = Przegląd do
standard-owner = Za standard odpowiada
standard-id = Nazwa skrócona
as-of = Stan na dzień

## Rozdziały
chapter-welcome = Po co to robimy
chapter-channels = Kanały i godziny
chapter-people = Ludzie i obowiązki
chapter-locations = Miejsca
chapter-chain = Łańcuch obsługi
chapter-packages = Pakiety usług
chapter-situations = Jakie sytuacje rozróżniamy
chapter-times = Czasy odpowiedzi
chapter-clock = Jak liczymy czas
chapter-remedies = Gdy nie dotrzymamy obietnicy
chapter-scripts = Skrypty
chapter-wording = Dobór słów
chapter-passing-on = Zawieszenie i przekazanie rozmowy
chapter-conduct = Zasady rozmowy i korespondencji
chapter-behaviours = Zachowania
chapter-playbooks = Klienci, którzy wymagają szczególnego podejścia
chapter-procedures = Procedury
chapter-escalations = Eskalacje
chapter-decisions = Zwroty i decyzje
chapter-offers = Oferty, zadośćuczynienie, podziękowania
chapter-limits = Czego obietnice nie obejmują
chapter-upkeep = Lokal i wygląd
chapter-quality = Jakość
chapter-feedback = Opinie klientów
chapter-incentives = Premie
chapter-deviations = Odstępstwa od zasad
chapter-learning = Pierwsze dni i szkolenia
chapter-glossary = Słownik
chapter-examples = Przykłady
chapter-about = O tym standardzie

## Działy standardu
section-standard = Standard
section-channels = Kanały
section-roles = Role
section-locations = Miejsca
section-links = Łańcuch obsługi
section-packages = Pakiety usług
section-situation = Sytuacje
section-never-happens = Co się nie zdarza
section-response-times = Czasy odpowiedzi
section-measures = Miary
section-staffing = Obsada
section-clock = Liczenie czasu
section-if-missed = Niedotrzymane obietnice
section-scripts = Skrypty
section-wording = Dobór słów
section-hold = Zawieszenie rozmowy
section-transfers = Przekazanie rozmowy
section-conduct = Zasady rozmowy
section-correspondence = Korespondencja
section-behaviours = Zachowania
section-customer-types = Typy klientów
section-procedures = Procedury
section-escalations = Eskalacje
section-returns = Zwroty
section-decisions = Decyzje
section-selling = Sprzedaż
section-recovery = Zadośćuczynienie
section-loyalty = Podziękowania i lojalność
section-follow-up = Kontakt po zakupie
section-exclusions = Wyłączenia
section-customer-duties = O co prosimy klientów
section-premises = Lokal i sprzęt
section-appearance = Wygląd
section-quality = Jakość
section-metrics = Wskaźniki
section-verification = Sprawdzanie
section-assessment = Ocena pracy
section-feedback = Opinie klientów
section-incentives = Premie
section-deviations = Odstępstwa
section-onboarding = Wdrożenie
section-training = Szkolenia
section-glossary = Słownik
section-scenarios = Przykłady
section-review = Przegląd
section-languages = Języki
section-holidays = Święta
section-waive = Przyjęte tymczasowo
section-check_rules = Jak ściśle sprawdzany jest standard
check-rule = Reguła sprawdzania
check-severity = Jej uwagi
check-error = błąd
check-warning = ostrzeżenie
check-info = informacja
check-off = wyłączona

## Etykiety
accepted = Co przyjęto
accessibility = Dostępność
address = Forma zwracania się
address-postal = Adres
after = Po
after-hours = Poza godzinami
after-hours-callback = Poza godzinami: oddzwaniamy w ciągu
after-hours-redirect = Poza godzinami: inny kanał
after-hours-script = Poza godzinami: co klient słyszy lub czyta
agreed = Co uzgodniono
aim = cel
alarm = Alarm
allowances = Limity
allowed-if = Dozwolone, gdy
amount = Kwota
and-more = i jeszcze { $count }
answers = Co robimy z odpowiedziami
ask-by = Jak pytamy
ask-first = Najpierw pytamy klienta
ask-for = Zapytaj o
ask-within = Pytamy w ciągu
at-most = nigdy więcej niż
at-the-same-time = równocześnie
authority = Decyduje
better-say = Lepiej
booking = Umawianie wizyty
bound = Poniżej tego nie schodzimy
bounds = Wymogi z zewnątrz
budget = Budżet na wszystkie takie przypadki
builds-on = Opiera się na
by = Jak
calls-per-hour = Rozmów na godzinę
channel = Kanał
check = Co sprawdzamy
cite = Źródło
clock-excludes = Nie liczymy
clock-hours = Liczone w godzinach
clock-pauses = Zegar stoi, gdy
clock-reply = Co uznajemy za odpowiedź: { $replies }.
clock-short-abandon = Kontakty, które trwały krócej niż { $limit }, nie są liczone.
business-hours = Godziny robocze
closed-besides = Zamknięte także
colleagues = Współpracownicy
come-back-every = Wracaj do klienta co
coming-from = Od { $date }
concerns = Dotyczy
condition = Stan towaru
condition-to-meet = Warunek
conditions = Kiedy
contact = Kontakt
contact-staff = Obsługuje klientów
covers = Zakres
currency = Waluta
decided-by = Decyduje
decides = Decyduje o
depends-on = Zależy od
do = Co robić
done-within = Termin
duties = Obowiązki
edition = Wydanie języka
elements = Zawiera
escalation = Eskalacja
every = Jak często
exception-to = Wyjątek od
excludes = Nie obejmuje
fatal = Brak przekreśla cały kontakt
first-steps = Pierwsze kroki
free-of-charge = Bezpłatnie
from = Obowiązuje od
further-outcomes = Inne wyniki
give = Klient dostaje też
hand-over = Przekaż
handling-time = Czas obsługi
held-by = Prowadzi
holidays-of = Święta w kraju
hours = Godziny
how = Jak
if-not = Gdy tak nie jest
in-detail = Szczegóły
includes = Obejmuje
instead = Lepsze słowa
instead-of = Nie mówimy
kind = Rodzaj
languages = Języki
level = Poziom
line-of-business = Branża
location = Miejsce
locations = Miejsca
longer-is-better = więcej znaczy lepiej
longest = Najdłużej
low-score = Po niskiej ocenie
may = Może przyznać bez pytania
may-be-unknown = może być nieznane
means = Znaczenie
measure = Miara
measured-by = Źródło danych
measures = Co oznaczają miary
mentor = Opiekun
menu-choices = Menu: opcje do wyboru
menu-depth = Menu: poziomy
menu-exit-to-person = Menu: z każdego poziomu można połączyć się z człowiekiem
menu-options = Menu: opcje na poziomie
menu-say = Menu: zapowiedź
method = Metoda
missed-promise = Niedotrzymana obietnica
mistakes = Gdy to my popełniliśmy błąd
must-cover = W każdym przypadku jest
must-see = Pod ręką, żeby klient nie opowiadał dwa razy
never = Nigdy
never-happens = Co się nie zdarza
never-say = Tak nie mówimy
only-when = Tylko gdy
never-when = Nigdy nie proponujemy
note = Uwaga
number = liczba
observed-as = Po czym to widać
offer = Propozycja
on-alarm = W razie alarmu
on-request = Na życzenie
on-duty = Na dyżurze
on-every-channel = W każdym kanale
onboarding-of = Pierwsze kroki: { $role }
open-besides = Otwarte mimo święta
otherwise = Gdy trwa dłużej
otherwise-case = we wszystkich innych przypadkach
outcome = Wynik
owner = Odpowiada
paid-within = Wypłata w ciągu
pass = Wynik do osiągnięcia
pass-mark = Wymagane poprawne odpowiedzi
pass-on = Co przekazujemy
pay = Wypłata
pay-at-most = Łącznie najwyżej
pay-then = Za każdy następny okres
pays = Jak jest liczona
people-on-duty = Osób na dyżurze
placeholder = Do uzupełnienia
point-of-contact = Jedna osoba do kontaktu z klientem
possible-values = Możliwe wartości
practise = Przećwiczyć
prefer = Mówimy chętnie
price = Cena
procedure = Procedura
procedures = Procedury
promise = Obiecane
proof = Dowód
proposals = Gdzie zgłaszać propozycje
published-at = Gdzie widzą klienci
purpose = Cel
questions = Pytania
read = Przeczytać
read-by = Czyta
record = Zapisz
recorded = Odstępstwo jest zapisywane
refund-within = Zwrot pieniędzy w ciągu
refuse-service = Odmówić obsługi może
refuse-when = Obsługi można odmówić, gdy
remarks = Uwagi
reports-to = Podlega
reviewed = Przegląd
reviewed-by = Przeglądu dokonuje
rewarded = Nagradzane
ring = Jeden dzwonek liczy się jako
rising = kolejne wartości nigdy nie mają gorzej
role = Rola
sample = Próba
sanctioned = Karane
say = Powiedz
say-at-most = Mówione najwyżej
scorecard = Oceniane
serves = Obsługuje
shown-at = Gdzie podany
shrinkage = Czas bez rozmów
sign-off = Podpis o zapoznaniu się
signs = Jak poznać
situation = Sytuacja
staffed-by = Odpowiadają
staffing = Obsada w szczycie
suits = Dla kogo
target = Cel
target-time = Termin
tell = Powiedz klientowi
term = Słowo
then-holds = Wtedy obowiązuje
time-zone = Strefa czasowa
to = Do kogo
told-by = Jak zawiadamiamy
tone = Ton
transfers-at-most = Przekazań najwyżej
until = Obowiązuje do
up-to = Do
uses = Czeka na
values = Nasze wartości
warm = Współpracownik najpierw poznaje sprawę
watched-by = Śledzi
weight = Waga
what-helps = Co pomaga
what-is-asked = O co prosimy
what-matters = Co się liczy
when = Kiedy
when-all-are-done = gdy wszystko zrobione
when-rules-meet = Gdy zasady się nakładają
who = Kto
why = Dlaczego
within = Termin

## Rodzaje, cele i inne stałe słowa
kind-voice = telefon
kind-chat = czat
kind-written = pisemny
kind-public = publiczny
kind-in-person = osobiście
kind-video = wideo
audience-customers = klientów
audience-colleagues = współpracowników
level-1 = przyjmuje i prowadzi sprawy
level-2 = ekspert
level-3 = decyduje i zmienia system
address-formal = Pan/Pani
address-informal = na „ty”
clock-starts-first-customer-message = Zegar rusza z pierwszą wiadomością lub telefonem klienta.
clock-starts-ticket-created = Zegar rusza z zarejestrowaniem sprawy.
clock-starts-next-opening = Zegar rusza z najbliższym otwarciem kanału.
clock-starts-detection = Zegar rusza, gdy usterkę zauważy nasz monitoring.
clock-starts-receipt = Zegar rusza, gdy dotrze towar albo dowód jego nadania.
clock-starts-purchase = Zegar rusza z zakupem.
reply-human = od człowieka
reply-public = widoczna dla klienta
reply-automatic = automatyczna
reply-internal = notatka wewnętrzna
reopened-starts-again = Gdy sprawa zostaje otwarta ponownie, zegar rusza od nowa.
reopened-goes-on = Gdy sprawa zostaje otwarta ponownie, zegar biegnie dalej.
share-of-offered = Udziały liczymy od wszystkich kontaktów, które przyszły, a nie tylko od odebranych.
share-of-answered = Udziały liczymy od kontaktów odebranych.
when-rules-meet-strictest = wygrywa zasada najlepsza dla klienta
method-statistics = dane z systemów
method-survey = ankieta wśród klientów
method-mystery-shopping = tajemniczy klient
method-staff-test = test wiedzy
method-recordings = odsłuch nagrań
method-chat-logs = czytanie czatów i listów
method-observation = obserwacja przy pracy
method-inspection = kontrola na miejscu
training-workshop = warsztat
training-role-play = odgrywanie ról
training-test = test
training-e-learning = e-learning
training-shadowing = obok doświadczonej osoby
training-coaching = coaching
purpose-greeting = powitanie
purpose-identify = ustalenie tożsamości
purpose-discover-needs = rozpoznanie potrzeb
purpose-present = prezentacja
purpose-objection = obiekcja
purpose-answer = odpowiedź na pytanie
purpose-hold = zawieszenie rozmowy
purpose-transfer = przekazanie rozmowy
purpose-apology = przeprosiny
purpose-refusal = odmowa
purpose-update = stan sprawy
purpose-acknowledgement = potwierdzenie odbioru
purpose-voicemail = poczta głosowa
purpose-callback = oddzwonienie
purpose-no-purchase = wyjście bez zakupu
purpose-upsell = dodatkowa propozycja
purpose-summary = podsumowanie
purpose-closing = zakończenie
purpose-feedback = prośba o opinię
purpose-review-reply = odpowiedź na opinię
purpose-follow-up = kontakt po zakupie
purpose-off-script = poza skryptem
purpose-queue = czekanie w kolejce
purpose-other = inne
element-greeting = powitanie
element-company = nazwa firmy
element-name = własne imię
element-department = dział
element-offer-of-help = propozycja pomocy
element-apology = przeprosiny
element-thanks = podziękowanie
element-next-step = następny krok
element-deadline = termin
element-summary = podsumowanie
element-anything-else = „czy coś jeszcze?”
element-farewell = pożegnanie
element-question = pytanie otwarte
element-consent = zgoda
element-reason = powód
element-alternative = inne rozwiązanie
element-contact = jak się z nami skontaktować
measure-answer = odebranie
measure-wait = oczekiwanie
measure-acknowledgement = potwierdzenie odbioru
measure-first-response = pierwsza odpowiedź
measure-next-response = kolejna odpowiedź
measure-update-every = informacja co
measure-callback = oddzwonienie
measure-arrival = przybycie
measure-workaround = rozwiązanie tymczasowe
measure-handling = czas kontaktu
measure-resolution = rozwiązanie
measure-delivery = dostawa
measure-refund = zwrot pieniędzy
dimension-channel = kanał
dimension-time = czas
dimension-role = rola
dimension-location = miejsce
dimension-language = język
may-compensate = rekompensata
may-discount = rabat
may-refund = zwrot pieniędzy
may-service-credit = obniżka opłaty za usługę
outcome-refund = zwrot pieniędzy
outcome-exchange = wymiana
outcome-replace = nowy egzemplarz
outcome-repair = naprawa
outcome-repair-or-replace = naprawa lub wymiana
outcome-refuse = odmowa
outcome-replace-or-refund = nowy egzemplarz lub zwrot pieniędzy
outcome-refund-or-replace = zwrot pieniędzy lub nowy egzemplarz
end-resolved = załatwione
end-refused = odmowa
end-closed = zamknięte
end-cancelled = odwołane
end-declined = klient zrezygnował
end-delivered = dostarczone
end-reported = zgłoszone
end-ready = gotowe
end-deferred = odłożone
end-escalated = przekazane wyżej
decided-outcome = wynik
decided-refund-within = zwrot pieniędzy w ciągu
decided-within = termin
decided-amount = kwota
unit-people = os.
unit-days = dni
unit-hours = godz.
unit-minutes = min
unit-months = mies.
unit-years = lat
unit-pieces = szt.
language-en = angielski
language-ru = rosyjski
language-pl = polski
language-lv = łotewski
language-lt = litewski
language-et = estoński
language-de = niemiecki
language-uk = ukraiński
country-pl = Polska
country-lv = Łotwa
country-lt = Litwa
country-ee = Estonia
country-ru = Rosja
country-de = Niemcy
country-at = Austria
country-cz = Czechy
country-es = Hiszpania
country-fr = Francja
country-gb = Wielka Brytania
country-us = Stany Zjednoczone

## Wielkości
number-decimal = ,
number-group = ~
percent = { $figure }%
percent-of = { $percent } ({ $of })
figure-share = { $share } kontaktów w ciągu { $within }
figure-best-effort = w miarę możliwości
figure-as-needed = w miarę potrzeb
figure-no-promise = bez obietnicy
threshold-at-least = co najmniej { $bound }
threshold-more-than = więcej niż { $bound }
threshold-at-most = nie więcej niż { $bound }
threshold-less-than = mniej niż { $bound }
currency-pln = zł
currency-eur = €
currency-rub = RUB
currency-usd = USD
currency-gbp = GBP
duration-second = { $n ->
    [one] { $figure }~sekunda
    [few] { $figure }~sekundy
   *[many] { $figure }~sekund
}
    .within = { $n ->
        [one] { $figure }~sekundy
       *[many] { $figure }~sekund
    }
duration-minute = { $n ->
    [one] { $figure }~minuta
    [few] { $figure }~minuty
   *[many] { $figure }~minut
}
    .within = { $n ->
        [one] { $figure }~minuty
       *[many] { $figure }~minut
    }
duration-hour = { $n ->
    [one] { $figure }~godzina
    [few] { $figure }~godziny
   *[many] { $figure }~godzin
}
    .within = { $n ->
        [one] { $figure }~godziny
       *[many] { $figure }~godzin
    }
duration-day = { $n ->
    [one] { $figure }~dzień
   *[many] { $figure }~dni
}
    .within = { $n ->
        [one] { $figure }~dnia
       *[many] { $figure }~dni
    }
duration-week = { $n ->
    [one] { $figure }~tydzień
    [few] { $figure }~tygodnie
   *[many] { $figure }~tygodni
}
    .within = { $n ->
        [one] { $figure }~tygodnia
       *[many] { $figure }~tygodni
    }
duration-month = { $n ->
    [one] { $figure }~miesiąc
    [few] { $figure }~miesiące
   *[many] { $figure }~miesięcy
}
    .within = { $n ->
        [one] { $figure }~miesiąca
       *[many] { $figure }~miesięcy
    }
duration-year = { $n ->
    [one] { $figure }~rok
    [few] { $figure }~lata
   *[many] { $figure }~lat
}
    .within = { $n ->
        [one] { $figure }~roku
       *[many] { $figure }~lat
    }
duration-ring = { $n ->
    [one] { $figure }~dzwonek
    [few] { $figure }~dzwonki
   *[many] { $figure }~dzwonków
}
    .within = { $n ->
        [one] { $figure }~dzwonka
       *[many] { $figure }~dzwonków
    }
business-second = { $n ->
    [one] { $figure }~sekunda robocza
    [few] { $figure }~sekundy robocze
   *[many] { $figure }~sekund roboczych
}
    .within = { $n ->
        [one] { $figure }~sekundy roboczej
       *[many] { $figure }~sekund roboczych
    }
business-minute = { $n ->
    [one] { $figure }~minuta robocza
    [few] { $figure }~minuty robocze
   *[many] { $figure }~minut roboczych
}
    .within = { $n ->
        [one] { $figure }~minuty roboczej
       *[many] { $figure }~minut roboczych
    }
business-hour = { $n ->
    [one] { $figure }~godzina robocza
    [few] { $figure }~godziny robocze
   *[many] { $figure }~godzin roboczych
}
    .within = { $n ->
        [one] { $figure }~godziny roboczej
       *[many] { $figure }~godzin roboczych
    }
business-day = { $n ->
    [one] { $figure }~dzień roboczy
    [few] { $figure }~dni robocze
   *[many] { $figure }~dni roboczych
}
    .within = { $n ->
        [one] { $figure }~dnia roboczego
       *[many] { $figure }~dni roboczych
    }
business-week = { $n ->
    [one] { $figure }~tydzień roboczy
    [few] { $figure }~tygodnie robocze
   *[many] { $figure }~tygodni roboczych
}
    .within = { $n ->
        [one] { $figure }~tygodnia roboczego
       *[many] { $figure }~tygodni roboczych
    }
business-month = { $n ->
    [one] { $figure }~miesiąc roboczy
    [few] { $figure }~miesiące robocze
   *[many] { $figure }~miesięcy roboczych
}
    .within = { $n ->
        [one] { $figure }~miesiąca roboczego
       *[many] { $figure }~miesięcy roboczych
    }
business-year = { $n ->
    [one] { $figure }~rok roboczy
    [few] { $figure }~lata robocze
   *[many] { $figure }~lat roboczych
}
    .within = { $n ->
        [one] { $figure }~roku roboczego
       *[many] { $figure }~lat roboczych
    }
business-ring = { $n ->
    [one] { $figure }~dzwonek
    [few] { $figure }~dzwonki
   *[many] { $figure }~dzwonków
}
    .within = { $n ->
        [one] { $figure }~dzwonka
       *[many] { $figure }~dzwonków
    }
times-per = { $n ->
    [one] { $n }~raz { $period }
   *[other] { $n }~razy { $period }
}
per-call = w rozmowie
per-contact = w kontakcie
per-visit = w czasie wizyty
per-hour = w ciągu godziny
per-shift = na zmianę
per-day = dziennie
per-week = w tygodniu
per-month = w miesiącu
per-quarter = w kwartale
per-half-year = w półroczu
per-year = w roku
every-call = { $n ->
    [1] przy każdej rozmowie
   *[other] przy co { $n }. rozmowie
}
every-contact = { $n ->
    [1] przy każdym kontakcie
   *[other] przy co { $n }. kontakcie
}
every-visit = { $n ->
    [1] przy każdej wizycie
   *[other] przy co { $n }. wizycie
}
every-hour = { $n ->
    [1] co godzinę
    [few] co { $n }~godziny
   *[many] co { $n }~godzin
}
every-shift = { $n ->
    [1] na każdej zmianie
    [few] co { $n }~zmiany
   *[many] co { $n }~zmian
}
every-day = { $n ->
    [1] codziennie
   *[many] co { $n }~dni
}
every-week = { $n ->
    [1] co tydzień
    [few] co { $n }~tygodnie
   *[many] co { $n }~tygodni
}
every-month = { $n ->
    [1] co miesiąc
    [few] co { $n }~miesiące
   *[many] co { $n }~miesięcy
}
every-quarter = { $n ->
    [1] co kwartał
    [few] co { $n }~kwartały
   *[many] co { $n }~kwartałów
}
every-half-year = { $n ->
    [1] co pół roku
    [few] co { $n }~półrocza
   *[many] co { $n }~półroczy
}
every-year = { $n ->
    [1] co rok
    [few] co { $n }~lata
   *[many] co { $n }~lat
}

## Kalendarz
date = { $day }~{ $month } { $year }~r.
date-of-every-year = { $day }~{ $month }
closed = zamknięte
off-duty = wolne
around-the-clock = całą dobę
holidays = święta
day-0 = pon.
day-1 = wt.
day-2 = śr.
day-3 = czw.
day-4 = pt.
day-5 = sob.
day-6 = niedz.
month-1 = stycznia
month-2 = lutego
month-3 = marca
month-4 = kwietnia
month-5 = maja
month-6 = czerwca
month-7 = lipca
month-8 = sierpnia
month-9 = września
month-10 = października
month-11 = listopada
month-12 = grudnia
month-name-1 = styczeń
month-name-2 = luty
month-name-3 = marzec
month-name-4 = kwiecień
month-name-5 = maj
month-name-6 = czerwiec
month-name-7 = lipiec
month-name-8 = sierpień
month-name-9 = wrzesień
month-name-10 = październik
month-name-11 = listopad
month-name-12 = grudzień
