# Слова справочника по-русски. `~` означает неразрывный пробел.

## Страница
handbook = Справочник
audience = Для кого: { $reader }
contents = Содержание
search = Поиск
nothing-found = Ничего не найдено
skip = К тексту
see = см.
print = Печать
theme = Тёмная или светлая
you = вы
or = или
not = кроме
yes = да
no = нет
not-known = неизвестно
quoted = «{ $phrase }»
site-start = Начало
site-by-chapter = По главам
site-by-role = По ролям
site-by-situation = По ситуациям
site-whole = Всё на одной странице
site-language = Язык
site-pages = Страницы
site-previous = Назад
site-next = Дальше
site-moment = Момент разговора
site-role-lead = Что касается этой роли, глава за главой.
site-situation-lead = Правила, в которых названо это значение. Правила, где о нём не сказано, действуют тоже.
stale-translation = перевод устарел
now-title = Что действует сейчас?
now-lead = Скажите, что известно о ситуации. Что не указано, остаётся открытым, и ответ назовёт случаи.
now-open = не указано
now-when = Когда
now-day = День
now-clock = Время
now-holiday = Праздничный день
now-button = Сейчас
now-clear = Начать заново
now-reader = Только то, что касается
now-everybody = всех
now-only = Только для: { $table }
now-zone = Часовой пояс: { $zone }
now-number = Напишите целое число.
now-decimals = Напишите число, знаков после запятой не больше { $count }.
now-ask = Укажите что-нибудь о ситуации, чтобы получить ответ.
now-answers = Ответов: { $count }.
now-still-open = Ещё не указано: { $open }. Укажите больше, чтобы уточнить ответ.
now-depends = Зависит от: { $open }. Укажите больше, чтобы получить ответ.
now-if = Если { $when }
now-but = всё, кроме: { $values }
now-ordinary = но не в праздничные дни
now-nothing = Стандарт об этом ничего не говорит.
now-conflict = Правила здесь противоречат друг другу, и нигде не сказано, какое важнее.
now-circle = Правила здесь отменяют друг друга по кругу, и ни одно не действует.
now-never = Так не бывает, говорит стандарт.
now-many = Случаев слишком много: укажите больше о ситуации.
now-unsettled = Какое правило из какого исключение, установить не удалось.
now-untold = Ни одно правило здесь не различает того, что вы указали.
now-dated = Не учтены, потому что зависят от даты:
now-more = И ещё случаев: { $count }. Укажите больше о ситуации.
now-in-place = Правило:
now-instead = Действует вместо: { $rules }
now-hidden = правило, которого нет в этой книге
now-answered-by = отвечает: { $roles }
now-unanswered = никого из отвечающих нет на смене
now-nobody = никого
now-partly = часть этого времени
now-season = зависит от даты
now-is-open = открыто
now-closed-day = В этот день компания закрыта, что бы ни говорил график.
now-stale = Правила изменились { $date }, после того как сделана эта страница. Попросите новую.
news-title = Что нового для вас: { $role }
news-between = От версии { $old } к версии { $new }, на { $date }
news-day = На { $date }
news-again = Пожалуйста, подпишите ещё раз: изменилось то, что важно для вашей роли.
news-not-again = Подписывать ещё раз не нужно: то, что важно для вашей роли, осталось прежним.
news-nothing = Для вас ничего не изменилось.
news-first = Ваша роль появилась в этой версии: пожалуйста, прочитайте её книгу.
news-new = новое
news-gone = больше нет
news-changed = изменено
news-before = было
news-after = стало
news-better = лучше для клиентов
news-worse = меньше для клиентов
news-wording = Изменились только слова, мест: { $count }.
news-open = Возможно, изменилось и другое: вопросов, оставшихся открытыми: { $count }.
kit-title = Ввод в должность: { $role }
kit-checklist = Контрольный список
kit-step = Шаг
kit-done = Выполнено
kit-mentor = Наставник
kit-usual-read = Прочитать справочник своей роли и спросить о непонятном
kit-usual-practise = Потренировать скрипты и случаи с коллегой
kit-usual-test = Сдать тест
kit-usual-sign = Подписать лист ознакомления
kit-quiz = Тест
kit-key = Ответы
kit-question = Вопрос
kit-source = В справочнике
kit-cases = Учебные случаи
kit-cases-lead = Один играет клиента, другой обслуживает, третий отмечает, что увидел.
kit-scene = Клиент
kit-watched = За чем наблюдают
kit-sign-off = Лист ознакомления
kit-sign-text = Документ «{ $title }», версия { $version }, прочитан в части для роли: { $role }. Мне понятно, чего он от меня требует, и я работаю по нему.
kit-name = Имя и фамилия
kit-date = Дата
kit-signature = Подпись
kit-fingerprint = Отпечаток существенного
kit-fingerprint-note = Подписывать снова нужно, только когда отпечаток изменился. Новая формулировка сама по себе его не меняет.
quiz-lead = Вопросов: { $count }. Нужно правильных ответов: { $mark }.
quiz-check = Проверить ответы
quiz-again = Ещё раз
quiz-passed = Тест сдан
quiz-failed = Пока не сдан
quiz-right = Правильный ответ
quiz-wrong = Неверно
quiz-no-exception = если не действует исключение
quiz-time = { $situation }. { $measure }: что мы обещаем?
quiz-script = { $situation }: какие слова верны?
quiz-decision = { $table }. { $situation }. Какое решение?
quiz-escalation = { $situation }. Кому сообщают, когда прошло { $after }?
quiz-never = В рубрике «Никогда» сказано: «{ $never }». О каких клиентах?
score-title = Оценочные листы
score-item = Что оценивается
score-rule = Правило
score-fatal = Решающее
score-contact = Контакт
score-whom = Сотрудник или место
score-observer = Оценил
score-not-applicable = н/п
score-points = Баллы
score-possible = Возможно баллов
score-missed = Пропущено решающих
score-share = Оценка
score-verdict = Итог
score-passed = пройдено
score-failed = не пройдено
score-open = не закончено
score-kept = Выполнено
score-mean = Средняя оценка
score-lead = Для каждого пункта и контакта: да, нет или н/п. Пункт «н/п» не считается; пропущенный решающий пункт обнуляет оценку.
charter-title = Чего вы вправе от нас ожидать
charter-reach = Как с нами связаться
charter-times = Что мы обещаем
charter-missed = Если мы не сдержали слово
charter-limits = На что это не распространяется и о чём мы просим

## Обложка
version = Версия
effective = Действует с
review-by = Пересмотреть до
standard-owner = Отвечает за стандарт
standard-id = Краткое имя
as-of = По состоянию на

## Главы
chapter-welcome = Ради чего мы работаем
chapter-channels = Каналы и часы работы
chapter-people = Люди и обязанности
chapter-locations = Места
chapter-chain = Цепочка обслуживания
chapter-packages = Пакеты услуг
chapter-situations = Какие ситуации мы различаем
chapter-times = Сроки ответа
chapter-clock = Как считаются сроки
chapter-remedies = Если обещание нарушено
chapter-scripts = Скрипты
chapter-wording = Выбор слов
chapter-passing-on = Удержание и перевод
chapter-conduct = Правила общения и переписки
chapter-behaviours = Поведение
chapter-playbooks = Клиенты, к которым нужен особый подход
chapter-procedures = Процедуры
chapter-escalations = Эскалации
chapter-decisions = Возвраты и решения
chapter-offers = Предложения, извинения, благодарность
chapter-limits = На что обещания не распространяются
chapter-upkeep = Помещения и внешний вид
chapter-quality = Качество
chapter-feedback = Обратная связь
chapter-incentives = Премии
chapter-deviations = Отступления от правил
chapter-learning = Первые дни и обучение
chapter-glossary = Словарь
chapter-examples = Примеры
chapter-about = Об этом стандарте

## Разделы стандарта
section-standard = Стандарт
section-channels = Каналы
section-roles = Роли
section-locations = Места
section-links = Цепочка обслуживания
section-packages = Пакеты услуг
section-situation = Ситуации
section-never-happens = Чего не бывает
section-response-times = Сроки ответа
section-measures = Показатели
section-staffing = Нагрузка
section-clock = Отсчёт времени
section-if-missed = Нарушенные обещания
section-scripts = Скрипты
section-wording = Выбор слов
section-hold = Удержание
section-transfers = Перевод
section-conduct = Правила общения
section-correspondence = Переписка
section-behaviours = Поведение
section-customer-types = Типы клиентов
section-procedures = Процедуры
section-escalations = Эскалации
section-returns = Возвраты
section-decisions = Решения
section-selling = Продажи
section-recovery = Исправление ошибок
section-loyalty = Благодарность и лояльность
section-follow-up = Контакт после покупки
section-exclusions = Исключения
section-customer-duties = О чём мы просим клиентов
section-premises = Помещения и оборудование
section-appearance = Внешний вид
section-quality = Качество
section-metrics = Показатели качества
section-verification = Проверка
section-assessment = Оценка работы
section-feedback = Обратная связь
section-incentives = Премии
section-deviations = Отступления
section-onboarding = Введение в должность
section-training = Обучение
section-glossary = Словарь
section-scenarios = Примеры
section-review = Пересмотр
section-languages = Языки
section-holidays = Праздники
section-waive = Принято на время
section-check_rules = Насколько строго проверяется стандарт
check-rule = Правило проверки
check-severity = Его замечания
check-error = ошибка
check-warning = предупреждение
check-info = заметка
check-off = выключено

## Подписи
accepted = Что принято
accessibility = Доступность
address = Обращение
address-postal = Адрес
after = Через
after-hours = В нерабочее время
after-hours-callback = В нерабочее время: перезваниваем за
after-hours-redirect = В нерабочее время: другой канал
after-hours-script = В нерабочее время: что слышит или читает клиент
agreed = О чём договорились
aim = цель
alarm = Тревога
allowances = Объём
allowed-if = Допускается, если
amount = Сумма
and-more = и ещё { $count }
answers = Что делаем с ответами
ask-by = Как спрашиваем
ask-first = Сначала спросить клиента
ask-for = Спросить
ask-within = Спрашиваем не позднее чем через
at-most = предел
at-the-same-time = одновременно
authority = Решает
better-say = Лучше так
booking = Запись на время
bound = Ниже этого нельзя
bounds = Внешние требования
budget = Бюджет на все такие случаи
builds-on = Основан на
by = Как
calls-per-hour = Звонков в час
channel = Канал
check = Что проверяем
cite = Источник
clock-excludes = Не учитывается
clock-hours = Считается в часы
clock-pauses = Отсчёт останавливается, пока
clock-reply = Что считается ответом: { $replies }.
clock-short-abandon = Обращения короче { $limit } не учитываются.
business-hours = Рабочие часы
closed-besides = Также закрыто
colleagues = Коллеги
come-back-every = Возвращаться к клиенту раз в
coming-from = С { $date }
concerns = Для кого
condition = Состояние товара
condition-to-meet = Условие
conditions = Когда
contact = Контакт
contact-staff = Работает с клиентами
covers = Темы
currency = Валюта
decided-by = Решает
decides = Решает
depends-on = Зависит от
do = Что делать
done-within = Срок
duties = Обязанности
edition = Редакция языка
elements = Содержит
escalation = Эскалация
every = Как часто
exception-to = Исключение из
excludes = Не входит
fatal = Без этого контакт не засчитывается
first-steps = Первые шаги
free-of-charge = Бесплатно
from = Действует с
further-outcomes = Другие исходы
give = Клиент получает также
hand-over = Передать
handling-time = Длительность контакта
held-by = Проводит
holidays-of = Праздники страны
hours = Часы работы
how = Как
if-not = Если это не так
in-detail = Подробно
includes = Входит
instead = Как сказать лучше
instead-of = Не говорим
kind = Вид
languages = Языки
level = Уровень
line-of-business = Вид деятельности
location = Место
locations = Места
longer-is-better = больше значит лучше
longest = Не дольше
low-score = При низкой оценке
may = Вправе предоставить сам
may-be-unknown = может быть неизвестно
means = Значение
measure = Показатель
measured-by = Источник данных
measures = Что означают показатели
mentor = Наставник
menu-choices = Меню: пункты
menu-depth = Меню: уровней
menu-exit-to-person = Меню: с любого уровня можно выйти на человека
menu-options = Меню: пунктов на уровне
menu-say = Меню: текст
method = Способ
missed-promise = Нарушенное обещание
mistakes = Если ошиблись мы
must-cover = В каждом случае есть
must-see = Всегда под рукой, чтобы клиент не рассказывал дважды
never = Никогда
never-happens = Чего не бывает
never-say = Так не говорим
only-when = Только когда
never-when = Никогда не предлагаем
note = Примечание
number = число
observed-as = Как это видно со стороны
offer = Предложение
on-alarm = При тревоге
on-request = По просьбе клиента
on-duty = На смене
on-every-channel = Во всех каналах
onboarding-of = Первые шаги: { $role }
open-besides = Рабочие дни, несмотря на праздник
otherwise = Если затягивается
otherwise-case = во всех остальных случаях
outcome = Исход
owner = Ответственный
paid-within = Срок выплаты
pass = Проходная оценка
pass-mark = Нужно верных ответов
pass-on = Что передаём
pay = Выплата
pay-at-most = Не более всего
pay-then = За каждый следующий период
pays = Как считается
people-on-duty = Людей на смене
placeholder = Подставить
point-of-contact = Единственное контактное лицо клиента
possible-values = Возможные значения
practise = Отработать
prefer = Говорим охотно
price = Цена
procedure = Процедура
procedures = Процедуры
promise = Обещано
proof = Подтверждение
proposals = Куда направлять предложения
published-at = Где видят клиенты
purpose = Назначение
questions = Вопросы
read = Прочитать
read-by = Читает
record = Записать
recorded = Отступление записывается
refund-within = Возврат денег за
refuse-service = Отказать в обслуживании может
refuse-when = Отказать в обслуживании можно, если
remarks = Примечания
reports-to = Подчиняется
reviewed = Пересматривается
reviewed-by = Пересматривает
rewarded = Поощряется
ring = Один гудок считается за
rising = каждому следующему значению не хуже, чем предыдущему
role = Роль
sample = Выборка
sanctioned = Наказывается
say = Сказать
say-at-most = Длительность речи не более
scorecard = Оценивается
serves = Обслуживает
shown-at = Где указан
shrinkage = Время без приёма звонков
sign-off = Подпись об ознакомлении
signs = Как узнать
situation = Ситуация
staffed-by = Отвечают
staffing = Нагрузка в часы пик
suits = Кому подходит
target = Цель
target-time = Срок
tell = Сообщить клиенту
term = Слово
then-holds = Тогда действует
time-zone = Часовой пояс
to = Кому
told-by = Как сообщаем
tone = Тон
transfers-at-most = Переводов не более
until = Действует до
up-to = До
uses = Ждёт
values = Наши ценности
warm = Коллега сначала узнаёт суть обращения
watched-by = Следит
weight = Вес
what-helps = Что помогает
what-is-asked = О чём просим
what-matters = Что важно
when = Когда
when-all-are-done = когда всё сделано
when-rules-meet = Если правила пересекаются
who = Кто
why = Почему
within = Срок

## Виды, назначения и другие постоянные слова
kind-voice = телефон
kind-chat = чат
kind-written = письменный
kind-public = публичный
kind-in-person = лично
kind-video = видео
audience-customers = клиентов
audience-colleagues = коллег
level-1 = принимает и ведёт обращения
level-2 = эксперт
level-3 = решает и меняет систему
address-formal = на «вы»
address-informal = на «ты»
clock-starts-first-customer-message = Отсчёт начинается с первого сообщения или звонка клиента.
clock-starts-ticket-created = Отсчёт начинается с регистрации обращения.
clock-starts-next-opening = Отсчёт начинается с ближайшего открытия канала.
clock-starts-detection = Отсчёт начинается, когда сбой замечает наш мониторинг.
clock-starts-receipt = Отсчёт начинается с получения товара или подтверждения отправки.
clock-starts-purchase = Отсчёт начинается с покупки.
reply-human = от человека
reply-public = видимый клиенту
reply-automatic = автоматический
reply-internal = внутренняя заметка
reopened-starts-again = Если обращение открыто снова, отсчёт начинается заново.
reopened-goes-on = Если обращение открыто снова, отсчёт продолжается.
share-of-offered = Доли считаются от всех поступивших обращений, а не только от отвеченных.
share-of-answered = Доли считаются от отвеченных обращений.
when-rules-meet-strictest = действует правило, лучшее для клиента
method-statistics = данные систем
method-survey = опрос клиентов
method-mystery-shopping = тайный покупатель
method-staff-test = проверка знаний
method-recordings = прослушивание записей
method-chat-logs = чтение чатов и писем
method-observation = наблюдение за работой
method-inspection = осмотр на месте
training-workshop = практикум
training-role-play = ролевая игра
training-test = тест
training-e-learning = электронный курс
training-shadowing = рядом с опытным коллегой
training-coaching = разбор работы с наставником
purpose-greeting = приветствие
purpose-identify = идентификация
purpose-discover-needs = выявление потребностей
purpose-present = презентация
purpose-objection = возражение
purpose-answer = ответ на вопрос
purpose-hold = удержание
purpose-transfer = перевод
purpose-apology = извинение
purpose-refusal = отказ
purpose-update = как идёт дело
purpose-acknowledgement = подтверждение получения
purpose-voicemail = автоответчик
purpose-callback = обратный звонок
purpose-no-purchase = уход без покупки
purpose-upsell = дополнительное предложение
purpose-summary = итог
purpose-closing = завершение
purpose-feedback = просьба об отзыве
purpose-review-reply = ответ на отзыв
purpose-follow-up = контакт после покупки
purpose-off-script = вне скрипта
purpose-queue = ожидание в очереди
purpose-other = другое
element-greeting = приветствие
element-company = название компании
element-name = своё имя
element-department = отдел
element-offer-of-help = предложение помощи
element-apology = извинение
element-thanks = благодарность
element-next-step = следующий шаг
element-deadline = срок
element-summary = итог
element-anything-else = «чем ещё помочь?»
element-farewell = прощание
element-question = открытый вопрос
element-consent = согласие
element-reason = причина
element-alternative = другой вариант
element-contact = как с нами связаться
measure-answer = ответ на звонок
measure-wait = ожидание
measure-acknowledgement = подтверждение получения
measure-first-response = первый ответ
measure-next-response = следующий ответ
measure-update-every = сообщаем о ходе дела раз в
measure-callback = обратный звонок
measure-arrival = прибытие
measure-workaround = временное решение
measure-handling = длительность контакта
measure-resolution = решение
measure-delivery = доставка
measure-refund = возврат денег
dimension-channel = канал
dimension-time = время
dimension-role = роль
dimension-location = место
dimension-language = язык
may-compensate = компенсация
may-discount = скидка
may-refund = возврат денег
may-service-credit = скидка со счёта за услуги
outcome-refund = возврат денег
outcome-exchange = обмен
outcome-replace = замена
outcome-repair = ремонт
outcome-repair-or-replace = ремонт или замена
outcome-refuse = отказ
outcome-replace-or-refund = замена или возврат денег
outcome-refund-or-replace = возврат денег или замена
end-resolved = решено
end-refused = отказано
end-closed = закрыто
end-cancelled = отменено
end-declined = клиент отказался
end-delivered = доставлено
end-reported = сообщено
end-ready = готово
end-deferred = отложено
end-escalated = передано выше
decided-outcome = исход
decided-refund-within = возврат денег за
decided-within = срок
decided-amount = сумма
unit-people = чел.
unit-days = дн.
unit-hours = ч
unit-minutes = мин
unit-months = мес.
unit-years = лет
unit-pieces = шт.
language-en = английский
language-ru = русский
language-pl = польский
language-lv = латышский
language-lt = литовский
language-et = эстонский
language-de = немецкий
language-uk = украинский
country-pl = Польша
country-lv = Латвия
country-lt = Литва
country-ee = Эстония
country-ru = Россия
country-de = Германия
country-at = Австрия
country-cz = Чехия
country-es = Испания
country-fr = Франция
country-gb = Великобритания
country-us = США

## Величины
number-decimal = ,
number-group = ~
percent = { $figure }~%
percent-of = { $percent } ({ $of })
figure-share = в { $share } обращений за { $within }
figure-best-effort = по возможности
figure-as-needed = по необходимости
figure-no-promise = без обещания
threshold-at-least = не менее { $bound }
threshold-more-than = более { $bound }
threshold-at-most = не более { $bound }
threshold-less-than = менее { $bound }
currency-pln = PLN
currency-eur = €
currency-rub = ₽
currency-usd = $
currency-gbp = £
duration-second = { $n ->
    [one] { $figure }~секунда
    [few] { $figure }~секунды
   *[many] { $figure }~секунд
}
    .within = { $n ->
        [one] { $figure }~секунду
        [few] { $figure }~секунды
       *[many] { $figure }~секунд
    }
    .limit = { $n ->
        [one] { $figure }~секунды
       *[many] { $figure }~секунд
    }
duration-minute = { $n ->
    [one] { $figure }~минута
    [few] { $figure }~минуты
   *[many] { $figure }~минут
}
    .within = { $n ->
        [one] { $figure }~минуту
        [few] { $figure }~минуты
       *[many] { $figure }~минут
    }
    .limit = { $n ->
        [one] { $figure }~минуты
       *[many] { $figure }~минут
    }
duration-hour = { $n ->
    [one] { $figure }~час
    [few] { $figure }~часа
   *[many] { $figure }~часов
}
    .limit = { $n ->
        [one] { $figure }~часа
       *[many] { $figure }~часов
    }
duration-day = { $n ->
    [one] { $figure }~день
    [few] { $figure }~дня
   *[many] { $figure }~дней
}
    .limit = { $n ->
        [one] { $figure }~дня
       *[many] { $figure }~дней
    }
duration-week = { $n ->
    [one] { $figure }~неделя
    [few] { $figure }~недели
   *[many] { $figure }~недель
}
    .within = { $n ->
        [one] { $figure }~неделю
        [few] { $figure }~недели
       *[many] { $figure }~недель
    }
    .limit = { $n ->
        [one] { $figure }~недели
       *[many] { $figure }~недель
    }
duration-month = { $n ->
    [one] { $figure }~месяц
    [few] { $figure }~месяца
   *[many] { $figure }~месяцев
}
    .limit = { $n ->
        [one] { $figure }~месяца
       *[many] { $figure }~месяцев
    }
duration-year = { $n ->
    [one] { $figure }~год
    [few] { $figure }~года
   *[many] { $figure }~лет
}
    .limit = { $n ->
        [one] { $figure }~года
       *[many] { $figure }~лет
    }
duration-ring = { $n ->
    [one] { $figure }~гудок
    [few] { $figure }~гудка
   *[many] { $figure }~гудков
}
    .limit = { $n ->
        [one] { $figure }~гудка
       *[many] { $figure }~гудков
    }
business-second = { $n ->
    [one] { $figure }~рабочая секунда
    [few] { $figure }~рабочие секунды
   *[many] { $figure }~рабочих секунд
}
    .within = { $n ->
        [one] { $figure }~рабочую секунду
        [few] { $figure }~рабочие секунды
       *[many] { $figure }~рабочих секунд
    }
    .limit = { $n ->
        [one] { $figure }~рабочей секунды
       *[many] { $figure }~рабочих секунд
    }
business-minute = { $n ->
    [one] { $figure }~рабочая минута
    [few] { $figure }~рабочие минуты
   *[many] { $figure }~рабочих минут
}
    .within = { $n ->
        [one] { $figure }~рабочую минуту
        [few] { $figure }~рабочие минуты
       *[many] { $figure }~рабочих минут
    }
    .limit = { $n ->
        [one] { $figure }~рабочей минуты
       *[many] { $figure }~рабочих минут
    }
business-hour = { $n ->
    [one] { $figure }~рабочий час
    [few] { $figure }~рабочих часа
   *[many] { $figure }~рабочих часов
}
    .limit = { $n ->
        [one] { $figure }~рабочего часа
       *[many] { $figure }~рабочих часов
    }
business-day = { $n ->
    [one] { $figure }~рабочий день
    [few] { $figure }~рабочих дня
   *[many] { $figure }~рабочих дней
}
    .limit = { $n ->
        [one] { $figure }~рабочего дня
       *[many] { $figure }~рабочих дней
    }
business-week = { $n ->
    [one] { $figure }~рабочая неделя
    [few] { $figure }~рабочие недели
   *[many] { $figure }~рабочих недель
}
    .within = { $n ->
        [one] { $figure }~рабочую неделю
        [few] { $figure }~рабочие недели
       *[many] { $figure }~рабочих недель
    }
    .limit = { $n ->
        [one] { $figure }~рабочей недели
       *[many] { $figure }~рабочих недель
    }
business-month = { $n ->
    [one] { $figure }~рабочий месяц
    [few] { $figure }~рабочих месяца
   *[many] { $figure }~рабочих месяцев
}
    .limit = { $n ->
        [one] { $figure }~рабочего месяца
       *[many] { $figure }~рабочих месяцев
    }
business-year = { $n ->
    [one] { $figure }~рабочий год
    [few] { $figure }~рабочих года
   *[many] { $figure }~рабочих лет
}
    .limit = { $n ->
        [one] { $figure }~рабочего года
       *[many] { $figure }~рабочих лет
    }
business-ring = { $n ->
    [one] { $figure }~гудок
    [few] { $figure }~гудка
   *[many] { $figure }~гудков
}
    .limit = { $n ->
        [one] { $figure }~гудка
       *[many] { $figure }~гудков
    }
times-per = { $n ->
    [one] { $n }~раз { $period }
    [few] { $n }~раза { $period }
   *[many] { $n }~раз { $period }
}
per-call = за звонок
per-contact = за обращение
per-visit = за визит
per-hour = в час
per-shift = за смену
per-day = в день
per-week = в неделю
per-month = в месяц
per-quarter = в квартал
per-half-year = в полугодие
per-year = в год
every-call = { $n ->
    [1] при каждом звонке
   *[other] при каждом { $n }-м звонке
}
every-contact = { $n ->
    [1] при каждом обращении
   *[other] при каждом { $n }-м обращении
}
every-visit = { $n ->
    [1] при каждом визите
   *[other] при каждом { $n }-м визите
}
every-hour = { $n ->
    [1] каждый час
    [one] раз в { $n }~час
    [few] раз в { $n }~часа
   *[many] раз в { $n }~часов
}
every-shift = { $n ->
    [1] каждую смену
    [one] раз в { $n }~смену
    [few] раз в { $n }~смены
   *[many] раз в { $n }~смен
}
every-day = { $n ->
    [1] каждый день
    [one] раз в { $n }~день
    [few] раз в { $n }~дня
   *[many] раз в { $n }~дней
}
every-week = { $n ->
    [1] каждую неделю
    [one] раз в { $n }~неделю
    [few] раз в { $n }~недели
   *[many] раз в { $n }~недель
}
every-month = { $n ->
    [1] каждый месяц
    [one] раз в { $n }~месяц
    [few] раз в { $n }~месяца
   *[many] раз в { $n }~месяцев
}
every-quarter = { $n ->
    [1] каждый квартал
    [one] раз в { $n }~квартал
    [few] раз в { $n }~квартала
   *[many] раз в { $n }~кварталов
}
every-half-year = { $n ->
    [1] каждые полгода
    [one] раз в { $n }~полугодие
    [few] раз в { $n }~полугодия
   *[many] раз в { $n }~полугодий
}
every-year = { $n ->
    [1] каждый год
    [one] раз в { $n }~год
    [few] раз в { $n }~года
   *[many] раз в { $n }~лет
}

## Календарь
date = { $day }~{ $month } { $year }~г.
date-of-every-year = { $day }~{ $month }
closed = закрыто
off-duty = выходной
around-the-clock = круглосуточно
holidays = праздники
day-0 = Пн
day-1 = Вт
day-2 = Ср
day-3 = Чт
day-4 = Пт
day-5 = Сб
day-6 = Вс
month-1 = января
month-2 = февраля
month-3 = марта
month-4 = апреля
month-5 = мая
month-6 = июня
month-7 = июля
month-8 = августа
month-9 = сентября
month-10 = октября
month-11 = ноября
month-12 = декабря
month-name-1 = январь
month-name-2 = февраль
month-name-3 = март
month-name-4 = апрель
month-name-5 = май
month-name-6 = июнь
month-name-7 = июль
month-name-8 = август
month-name-9 = сентябрь
month-name-10 = октябрь
month-name-11 = ноябрь
month-name-12 = декабрь
