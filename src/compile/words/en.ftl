# The words of the handbook in English. `~` is a space at which no line may break.

## The page
handbook = Handbook
audience = For: { $reader }
contents = Contents
search = Search
nothing-found = Nothing found
skip = Skip to the text
see = see
print = Print
theme = Dark or light
you = you
or = or
not = not
yes = yes
no = no
not-known = not known
quoted = “{ $phrase }”
site-start = Start
site-by-chapter = By chapter
site-by-role = By role
site-by-situation = By situation
site-whole = All on one page
site-language = Language
site-pages = Pages
site-previous = Back
site-next = On
site-moment = Moment of the contact
site-role-lead = What concerns this role, chapter by chapter.
site-situation-lead = Rules that name the value. Rules that do not speak of it hold as well.
stale-translation = translation out of date
now-title = What applies now?
now-lead = Say what you know of the situation. What you leave open stays open, and the answer names the cases.
now-open = open
now-when = When
now-day = Day
now-clock = Time of day
now-holiday = Public holiday
now-button = Now
now-clear = Start over
now-reader = Only what concerns
now-everybody = everybody
now-only = Only for: { $table }
now-zone = Time zone: { $zone }
now-number = Write a whole number.
now-decimals = Write a number with at most { $count } decimals.
now-ask = Say something of the situation to get an answer.
now-answers = Answers: { $count }.
now-still-open = Still open: { $open }. Say more to narrow the answer down.
now-depends = Depends on: { $open }. Say more to get an answer.
now-if = If { $when }
now-but = anything but { $values }
now-ordinary = but not on public holidays
now-nothing = The standard says nothing here.
now-conflict = The rules contradict each other here, and nothing says which one counts.
now-circle = The rules beat each other in a circle here, and none counts.
now-never = This never happens, says the standard.
now-many = There are too many cases: say more of the situation.
now-unsettled = Which rule is the exception to which is too hard to settle.
now-untold = No rule here tells apart what you said.
now-dated = Left out, as they depend on the date:
now-more = And { $count } more cases: say more of the situation.
now-in-place = Rule:
now-instead = Takes the place of: { $rules }
now-hidden = a rule that is not in this handbook
now-answered-by = answered by: { $roles }
now-unanswered = nobody who answers it is on duty
now-nobody = nobody
now-partly = in a part of that time
now-season = depending on the date
now-is-open = open
now-closed-day = On this date the company is closed, whatever the hours say.
now-stale = The rules have changed on { $date }, after this page was made. Ask for the current one.
news-title = What is new for you: { $role }
news-between = From version { $old } to { $new }, as of { $date }.
news-day = As of { $date }.
news-again = Please sign again: what matters to your role has changed.
news-not-again = You need not sign again: what matters to your role has stayed the same.
news-nothing = Nothing has changed for you.
news-first = Your role is new in this version: please read its handbook.
news-new = new
news-gone = no longer
news-changed = changed
news-before = before
news-after = now
news-better = better for customers
news-worse = less for customers
news-wording = Only the wording has changed in places: { $count }.
news-open = There may be more changes: questions that stayed open: { $count }.
kit-title = Onboarding: { $role }
kit-checklist = Checklist
kit-step = Step
kit-done = Done on
kit-mentor = Mentor
kit-usual-read = Read the handbook of the role and ask what is unclear
kit-usual-practise = Practise the scripts and the cases with a colleague
kit-usual-test = Pass the test
kit-usual-sign = Sign the sheet
kit-quiz = Test
kit-key = Answers
kit-question = Question
kit-source = In the handbook
kit-cases = Cases to practise
kit-cases-lead = One colleague plays the customer, one serves, one ticks what was seen.
kit-scene = The customer
kit-watched = What is watched
kit-sign-off = Sign-off
kit-sign-text = I have read “{ $title }”, version { $version }, in the part for: { $role }. I know what it asks of me and work by it.
kit-name = Name
kit-date = Date
kit-signature = Signature
kit-fingerprint = Fingerprint of what matters
kit-fingerprint-note = Whoever has signed signs again only when the fingerprint has changed. New wording alone does not change it.
quiz-lead = Questions: { $count }. Right answers needed to pass: { $mark }.
quiz-check = Check my answers
quiz-again = Once more
quiz-passed = Passed
quiz-failed = Not passed yet
quiz-right = Right answer
quiz-wrong = Not right
quiz-no-exception = when no exception holds
quiz-time = { $situation }. { $measure }: what do we promise?
quiz-script = { $situation }: which words are right?
quiz-decision = { $table }. { $situation }. What is decided?
quiz-escalation = { $situation }. Who is told after { $after }?
quiz-never = Under “Never” the handbook says: “{ $never }”. Of which customers?
score-title = Scorecards
score-item = What is looked at
score-rule = Rule
score-fatal = Decisive
score-contact = Contact
score-whom = Colleague or place
score-observer = Scored by
score-not-applicable = n/a
score-points = Points
score-possible = Points possible
score-missed = Decisive items missed
score-share = Score
score-verdict = Verdict
score-passed = passed
score-failed = not passed
score-open = not finished
score-kept = Seen
score-mean = Mean score
score-lead = Write yes, no or n/a for each item and contact. What is n/a does not count; a decisive item that is missed makes the score nought.
charter-title = What you may expect from us
charter-reach = How to reach us
charter-times = What we promise
charter-missed = When we do not keep it
charter-limits = What is not covered, and what we ask of you

## The cover
version = Version
effective = In effect from
review-by = To be reviewed by
standard-owner = Responsible for the standard
standard-id = Short name
as-of = As of

## Chapters
chapter-welcome = What we stand for
chapter-channels = Channels and hours
chapter-people = People and duties
chapter-locations = Locations
chapter-chain = Service chain
chapter-packages = Packages
chapter-situations = Situations we tell apart
chapter-times = Response times
chapter-clock = How times are counted
chapter-remedies = When a promise is missed
chapter-scripts = Scripts
chapter-wording = Choice of words
chapter-passing-on = Hold and transfer
chapter-conduct = Conduct and correspondence
chapter-behaviours = Behaviours
chapter-playbooks = Customers who need a special way
chapter-procedures = Procedures
chapter-escalations = Escalations
chapter-decisions = Returns and decisions
chapter-offers = Offers, amends, thanks
chapter-limits = What is not covered
chapter-upkeep = Premises and appearance
chapter-quality = Quality
chapter-feedback = Feedback
chapter-incentives = Incentives
chapter-deviations = Departing from a rule
chapter-learning = First days and training
chapter-glossary = Glossary
chapter-examples = Examples
chapter-about = About this standard

## Sections of the standard
section-standard = The standard
section-channels = Channels
section-roles = Roles
section-locations = Locations
section-links = Service chain
section-packages = Packages
section-situation = Situations
section-never-happens = What cannot occur
section-response-times = Response times
section-measures = Measures
section-staffing = Staffing
section-clock = Clock
section-if-missed = Missed promises
section-scripts = Scripts
section-wording = Choice of words
section-hold = Hold
section-transfers = Transfer
section-conduct = Conduct
section-correspondence = Correspondence
section-behaviours = Behaviours
section-customer-types = Customer types
section-procedures = Procedures
section-escalations = Escalations
section-returns = Returns
section-decisions = Decisions
section-selling = Selling
section-recovery = Making amends
section-loyalty = Thanks and loyalty
section-follow-up = Contact afterwards
section-exclusions = Exclusions
section-customer-duties = What we ask of customers
section-premises = Premises and equipment
section-appearance = Appearance
section-quality = Quality
section-metrics = Metrics
section-verification = Verification
section-assessment = Assessment
section-feedback = Feedback
section-incentives = Incentives
section-deviations = Departures
section-onboarding = Onboarding
section-training = Training
section-glossary = Glossary
section-scenarios = Examples
section-review = Review
section-languages = Languages
section-holidays = Holidays
section-waive = Accepted for a while
section-check_rules = How strictly the standard is checked
check-rule = Rule of the check
check-severity = Its findings
check-error = error
check-warning = warning
check-info = note
check-off = switched off

## Labels
accepted = What is accepted
accessibility = Accessibility
address = Form of address
address-postal = Address
after = After
after-hours = After hours
after-hours-callback = After hours: callback within
after-hours-redirect = After hours: another channel
after-hours-script = After hours: what the customer hears or reads
agreed = What is agreed
aim = aim
alarm = Alarm
allowances = Allowances
allowed-if = Allowed when
amount = Amount
and-more = and { $count } more
answers = What is done with the answers
ask-by = How we ask
ask-first = The customer is asked first
ask-for = Ask for
ask-within = Asked within
at-most = never more than
at-the-same-time = at the same time
authority = May be granted by
better-say = Better
booking = Booking a time
bound = Nothing may undercut this
bounds = Bounds from outside
budget = Budget for all of these
builds-on = Builds on
by = By
calls-per-hour = Calls per hour
channel = Channel
check = What is checked
cite = Source
clock-excludes = Not counted
clock-hours = Counted in the hours
clock-pauses = The clock stands still while
clock-reply = What counts as a reply: { $replies }.
clock-short-abandon = Contacts that end within { $limit } are not counted.
business-hours = Business hours
closed-besides = Also closed on
colleagues = Colleagues
come-back-every = Come back to the customer every
coming-from = From { $date }
concerns = Concerns
condition = Condition of the goods
condition-to-meet = Condition
conditions = When
contact = Contact
contact-staff = Serves customers
covers = Covers
currency = Currency
decided-by = Decided by
decides = Decides
depends-on = Depends on
do = What to do
done-within = Done within
duties = Duties
edition = Edition of the language
elements = Contains
escalation = Escalation
every = How often
exception-to = Exception to
excludes = Not included
fatal = Missing it fails the whole contact
first-steps = First steps
free-of-charge = Free of charge
from = Holds from
further-outcomes = Further outcomes
give = The customer also gets
hand-over = Hand over to
handling-time = Handling time
held-by = Held by
holidays-of = Public holidays of
hours = Hours
how = How
if-not = If it is not so
in-detail = In detail
includes = Included
instead = Better words
instead-of = Not to be called
kind = Kind
languages = Languages
level = Level
line-of-business = Line of business
location = Location
locations = Locations
longer-is-better = more is better
longest = At most
low-score = After a low score
may = May grant without asking
may-be-unknown = may be unknown
means = Meaning
measure = Measure
measured-by = Source of the figure
measures = What the measures mean
mentor = Mentor
menu-choices = Menu: choices
menu-depth = Menu: levels
menu-exit-to-person = Menu: a person can be reached from every level
menu-options = Menu: choices at a level
menu-say = Menu: announcement
method = Method
missed-promise = Promise that was missed
mistakes = When we made a mistake
must-cover = Every case has
must-see = At hand, so that nobody tells their story twice
never = Never
never-happens = What cannot occur
never-say = We never say
only-when = Only when
never-when = Never offered
note = Note
number = number
observed-as = How an observer sees it
offer = Offer
on-alarm = On alarm
on-request = On request
on-duty = On duty
on-every-channel = On every channel
onboarding-of = First steps: { $role }
open-besides = Open in spite of a holiday on
otherwise = When it takes longer
otherwise-case = in all other cases
outcome = Outcome
owner = Owner
paid-within = Paid within
pass = Score to reach
pass-mark = Right answers needed
pass-on = What is passed on
pay = Paid
pay-at-most = At most in all
pay-then = For each further period
pays = How it is computed
people-on-duty = People on duty
placeholder = To be filled in
point-of-contact = The customer’s one point of contact
possible-values = Possible values
practise = Practise
prefer = We like to say
price = Price
procedure = Procedure
procedures = Procedures
promise = Promised
proof = Proof
proposals = Where proposals go
published-at = Shown to customers
purpose = Purpose
questions = Questions
read = Read
read-by = Read by
record = Record
recorded = The departure is recorded
refund-within = Money back within
refuse-service = Service may be refused by
refuse-when = Service may be refused when
remarks = Remarks
reports-to = Reports to
reviewed = Reviewed
reviewed-by = Reviewed by
rewarded = Rewarded
ring = One ring counts
rising = later values must never fare worse
role = Role
sample = Sample
sanctioned = Sanctioned
say = Say
say-at-most = At most of speech
scorecard = Scored
serves = Serves
shown-at = Shown at
shrinkage = Time away from the phone
sign-off = Signed as read
signs = How to recognise
situation = Situation
staffed-by = Staffed by
staffing = Staffing at the peak
suits = Suits
target = Target
target-time = Delivers within
tell = Tell the customer
term = Word
then-holds = Then holds
time-zone = Time zone
to = To
told-by = Told by
tone = Tone
transfers-at-most = Transfers at most
until = Holds until
up-to = Up to
uses = Waits for
values = Our values
warm = The colleague is told the story first
watched-by = Watched by
weight = Weight
what-helps = What helps
what-is-asked = What is asked
what-matters = What matters
when = When
when-all-are-done = when all are done
when-rules-meet = Where rules meet
who = Who
why = Why
within = Within

## Kinds, purposes and other fixed words
kind-voice = telephone
kind-chat = chat
kind-written = written
kind-public = public
kind-in-person = face to face
kind-video = video
audience-customers = customers
audience-colleagues = colleagues
level-1 = takes requests and keeps track of them
level-2 = expert
level-3 = decides and changes the system
address-formal = formal
address-informal = informal
clock-starts-first-customer-message = The clock starts with the customer’s first message or call.
clock-starts-ticket-created = The clock starts when the request is registered.
clock-starts-next-opening = The clock starts at the next opening of the channel.
clock-starts-detection = The clock starts when our own monitoring notices.
clock-starts-receipt = The clock starts when the goods, or the proof of their dispatch, arrive.
clock-starts-purchase = The clock starts with the purchase.
reply-human = from a person
reply-public = visible to the customer
reply-automatic = sent by a machine
reply-internal = a note among colleagues
reopened-starts-again = When a request is opened again, the clock starts anew.
reopened-goes-on = When a request is opened again, the clock goes on from where it stopped.
share-of-offered = Shares are of all contacts that come in, not of the answered ones.
share-of-answered = Shares are of the answered contacts.
when-rules-meet-strictest = the rule that is best for the customer wins
method-statistics = figures of the systems
method-survey = survey of customers
method-mystery-shopping = mystery shopping
method-staff-test = test of what staff know
method-recordings = listening to recordings
method-chat-logs = reading chats and letters
method-observation = watching at work
method-inspection = inspection on the spot
training-workshop = workshop
training-role-play = role play
training-test = test
training-e-learning = e-learning
training-shadowing = beside an experienced colleague
training-coaching = coaching
purpose-greeting = greeting
purpose-identify = identification
purpose-discover-needs = finding out needs
purpose-present = presentation
purpose-objection = objection
purpose-answer = answer to a question
purpose-hold = hold
purpose-transfer = transfer
purpose-apology = apology
purpose-refusal = refusal
purpose-update = where the request stands
purpose-acknowledgement = confirmation of receipt
purpose-voicemail = voicemail
purpose-callback = callback
purpose-no-purchase = leaving without a purchase
purpose-upsell = additional offer
purpose-summary = summary
purpose-closing = closing
purpose-feedback = asking for feedback
purpose-review-reply = reply to a review
purpose-follow-up = contact after the purchase
purpose-off-script = off script
purpose-queue = waiting in a queue
purpose-other = other
element-greeting = greeting
element-company = name of the company
element-name = own name
element-department = department
element-offer-of-help = offer of help
element-apology = apology
element-thanks = thanks
element-next-step = next step
element-deadline = deadline
element-summary = summary
element-anything-else = “anything else?”
element-farewell = farewell
element-question = open question
element-consent = consent
element-reason = reason
element-alternative = alternative
element-contact = how to reach us
measure-answer = answer
measure-wait = waiting
measure-acknowledgement = confirmation of receipt
measure-first-response = first response
measure-next-response = next response
measure-update-every = update every
measure-callback = callback
measure-arrival = arrival
measure-workaround = workaround
measure-handling = handling of a contact
measure-resolution = resolution
measure-delivery = delivery
measure-refund = refund
dimension-channel = channel
dimension-time = time
dimension-role = role
dimension-location = location
dimension-language = language
may-compensate = compensation
may-discount = discount
may-refund = refund
may-service-credit = service credit
outcome-refund = money back
outcome-exchange = exchange
outcome-replace = replacement
outcome-repair = repair
outcome-repair-or-replace = repair or replacement
outcome-refuse = refusal
outcome-replace-or-refund = replacement or money back
outcome-refund-or-replace = money back or replacement
end-resolved = resolved
end-refused = refused
end-closed = closed
end-cancelled = cancelled
end-declined = declined by the customer
end-delivered = delivered
end-reported = reported
end-ready = ready
end-deferred = deferred
end-escalated = escalated
decided-outcome = outcome
decided-refund-within = money back within
decided-within = within
decided-amount = amount
unit-people = people
unit-days = days
unit-hours = hours
unit-minutes = minutes
unit-months = months
unit-years = years
unit-pieces = pieces
language-en = English
language-ru = Russian
language-pl = Polish
language-lv = Latvian
language-lt = Lithuanian
language-et = Estonian
language-de = German
language-uk = Ukrainian
country-pl = Poland
country-lv = Latvia
country-lt = Lithuania
country-ee = Estonia
country-ru = Russia
country-de = Germany
country-at = Austria
country-cz = Czechia
country-es = Spain
country-fr = France
country-gb = United Kingdom
country-us = United States

## Figures
number-decimal = .
number-group = ,
percent = { $figure }%
percent-of = { $percent } of { $of }
figure-share = { $share } within { $within }
figure-best-effort = best effort
figure-as-needed = as needed
figure-no-promise = no promise
threshold-at-least = at least { $bound }
threshold-more-than = more than { $bound }
threshold-at-most = at most { $bound }
threshold-less-than = less than { $bound }
currency-pln = PLN
currency-eur = EUR
currency-rub = RUB
currency-usd = USD
currency-gbp = GBP
duration-second = { $n ->
    [one] { $figure }~second
   *[other] { $figure }~seconds
}
duration-minute = { $n ->
    [one] { $figure }~minute
   *[other] { $figure }~minutes
}
duration-hour = { $n ->
    [one] { $figure }~hour
   *[other] { $figure }~hours
}
duration-day = { $n ->
    [one] { $figure }~day
   *[other] { $figure }~days
}
duration-week = { $n ->
    [one] { $figure }~week
   *[other] { $figure }~weeks
}
duration-month = { $n ->
    [one] { $figure }~month
   *[other] { $figure }~months
}
duration-year = { $n ->
    [one] { $figure }~year
   *[other] { $figure }~years
}
duration-ring = { $n ->
    [one] { $figure }~ring
   *[other] { $figure }~rings
}
business-second = { $n ->
    [one] { $figure }~business second
   *[other] { $figure }~business seconds
}
business-minute = { $n ->
    [one] { $figure }~business minute
   *[other] { $figure }~business minutes
}
business-hour = { $n ->
    [one] { $figure }~business hour
   *[other] { $figure }~business hours
}
business-day = { $n ->
    [one] { $figure }~business day
   *[other] { $figure }~business days
}
business-week = { $n ->
    [one] { $figure }~business week
   *[other] { $figure }~business weeks
}
business-month = { $n ->
    [one] { $figure }~business month
   *[other] { $figure }~business months
}
business-year = { $n ->
    [one] { $figure }~business year
   *[other] { $figure }~business years
}
business-ring = { $n ->
    [one] { $figure }~ring
   *[other] { $figure }~rings
}
times-per = { $n ->
    [2] twice { $period }
   *[other] { $n }~times { $period }
}
per-call = a call
per-contact = a contact
per-visit = a visit
per-hour = an hour
per-shift = a shift
per-day = a day
per-week = a week
per-month = a month
per-quarter = a quarter
per-half-year = a half-year
per-year = a year
every-call = { $n ->
    [1] at every call
   *[other] at one call in { $n }
}
every-contact = { $n ->
    [1] at every contact
   *[other] at one contact in { $n }
}
every-visit = { $n ->
    [1] at every visit
   *[other] at one visit in { $n }
}
every-hour = { $n ->
    [1] every hour
   *[other] every { $n }~hours
}
every-shift = { $n ->
    [1] every shift
   *[other] every { $n }~shifts
}
every-day = { $n ->
    [1] every day
   *[other] every { $n }~days
}
every-week = { $n ->
    [1] every week
   *[other] every { $n }~weeks
}
every-month = { $n ->
    [1] every month
   *[other] every { $n }~months
}
every-quarter = { $n ->
    [1] every quarter
   *[other] every { $n }~quarters
}
every-half-year = { $n ->
    [1] every half-year
   *[other] every { $n }~half-years
}
every-year = { $n ->
    [1] every year
   *[other] every { $n }~years
}

## Calendar
date = { $day }~{ $month } { $year }
date-of-every-year = { $day }~{ $month }
closed = closed
off-duty = off
around-the-clock = around the clock
holidays = public holidays
day-0 = Mon
day-1 = Tue
day-2 = Wed
day-3 = Thu
day-4 = Fri
day-5 = Sat
day-6 = Sun
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-name-1 = January
month-name-2 = February
month-name-3 = March
month-name-4 = April
month-name-5 = May
month-name-6 = June
month-name-7 = July
month-name-8 = August
month-name-9 = September
month-name-10 = October
month-name-11 = November
month-name-12 = December
