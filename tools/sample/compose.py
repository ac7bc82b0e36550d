# SPDX-License-Identifier: AGPL-3.0-or-later
"""Writes the conversations of the deals that are not told by hand."""

import attachments
import beats as beat_rules
import dice
from mailfile import Mail, thread
from story import Chat, Meeting, touch
from timeline import REFERENCE, local, spread
from words import contact, rough

REP_GREETINGS = ["Hi {}", "Hello {}", "Dear {}", "Good morning {}"]
CUSTOMER_GREETINGS = ["Hi {}", "Hello {}", "Dear {}", "{}", "Hi {}", "Good morning {}"]
REP_ENDS = ["Best regards", "Kind regards", "Best", "Regards", "Many thanks"]
CUSTOMER_ENDS = ["Best regards", "Regards", "Best", "Kind regards", "Thanks", "Cheers", "Greetings from {place}"]


def sentence(text):
    return text[:1].upper() + text[1:]


def too_short(text, words):
    return len(" ".join(text).split()) < words


class Composer:
    def __init__(self, words, out):
        self.words = words
        self.out = out
        self.soft = ""  # the deal whose last answer was lukewarm

    # the own words of a mail, as paragraphs

    def linked(self, deal, first, link, fact):
        return [first, self.words.say(link, deal) + " " + fact] if fact else [first]

    def customer_paragraphs(self, deal, kind, sender):
        say, fact = self.words.say, self.words.fact
        amount = rough(deal.amount, deal.account.currency, deal.key)
        crit = fact("crit", deal) if kind == "process" else ""
        when = fact("when", deal) if kind in ("metrics", "budget") else ""
        if kind == "pain":
            text = [fact("pain", deal), fact("need", deal)]
            if deal.product not in " ".join(text):
                text[1] += " " + say("pref", deal)
            if deal.stage == "closed_lost":
                text.append(fact("metrics", deal, "lost"))
            return text
        if kind == "metrics":
            return [fact("metrics", deal), say("when", deal, when=when)]
        if kind == "budget":
            text = [say("budget", deal, amt=amount), say("auth", deal) + " " + say("when", deal, "budget", when=when)]
            if deal.stage == "closed_won":
                text.insert(0, fact("metrics", deal, "won"))
            return text
        if kind == "process":
            text = [say("process", deal, crit=crit)]
            text.append(say("nobuyer" if "nobuyer" in deal.flags else "buyer", deal))
            return text
        if kind == "champ":
            return self.linked(deal, say("champ", deal), "champlink", fact("need", deal, "champ", needed=False))
        if kind == "demofb":
            return self.linked(deal, say("demofb", deal), "fblink", fact("pain", deal, "demo", needed=False))
        if kind == "buyer":
            return [say("buyer", deal, "second"), say("when", deal, "second", when=fact("when", deal, "second"))]
        if kind == "lost":
            deal.lost_reason, text = self.words.lost.draw(deal.key)
            return [text.format_map(self.words.slots(deal))]
        if kind == "yes":
            return [say("yes", deal)]
        return [say(kind, deal)]

    @staticmethod
    def running(deal):
        """Another deal of the account that the same people talk about at the time."""
        return next((other for other in deal.account.deals if other is not deal and other.created < deal.created
                     and (other.is_open and other.stage not in ("prospecting", "stalled") or not other.is_open and other.closed_at > deal.created)), None)

    def rep_paragraphs(self, deal, kind):
        say, fact = self.words.say, self.words.fact
        if kind == "outreach":
            other = self.running(deal)
            if other:
                return [say("cross", deal, other=other.name) + " " + fact("hook", deal), say("bridge", deal) + " " + say("ask", deal)]
            if dice.chance(40, "joined", deal.key):
                return [fact("hook", deal) + " " + say("bridge", deal), say("ask", deal)]
            return [fact("hook", deal), say("bridge", deal) + " " + say("ask", deal)]
        return [say("asksteps" if kind == "ask" else kind, deal)]

    def body(self, deal, beat, sender, receiver):
        key = (deal.key, beat.kind)
        slots = self.words.slots(deal)
        if sender.internal:
            text = self.rep_paragraphs(deal, "softout" if beat.kind == "discover" and self.soft == deal.key else beat.kind)
            polite = text[0].startswith(("Thank", "Many thanks", "Good to hear", "I appreciate", "That is kind"))
            if beat.kind not in ("outreach", "nudge", "demo", "offer") and not polite and dice.chance(45, "open", *key):
                text[0] = sentence(self.words.say("ropen", deal, beat.kind)) + " " + text[0]
            if beat.kind != "outreach" and dice.chance(50, "close", *key):
                text[-1] += " " + self.words.say("rclose", deal, beat.kind)
            if beat.kind not in ("outreach", "nudge") and too_short(text, 44) and self.words.fresh("raside"):
                text.append(self.words.say("raside", deal, beat.kind))
            greeting, end = dice.pick(REP_GREETINGS, "hello", *key), dice.pick(REP_ENDS, "end", *key)
        else:
            text = self.customer_paragraphs(deal, beat.kind, sender)
            if beat.kind not in ("optout", "soft") and dice.chance(65, "open", *key):
                text[0] = self.words.say("copen", deal, beat.kind) + " " + text[0]
            if beat.kind not in ("optout", "question") and dice.chance(60, "close", *key):
                text[-1] += " " + self.words.say("cclose", deal, beat.kind)
            if beat.kind not in ("optout", "lost", "stall") and too_short(text, 44) and self.words.fresh("caside"):
                text.append(self.words.say("caside", deal, beat.kind))
            self.soft = deal.key if beat.kind == "soft" else self.soft
            greeting, end = dice.pick(CUSTOMER_GREETINGS, "hello", *key), dice.pick(CUSTOMER_ENDS, "end", *key)
        if beat.kind == "optout":
            return text[0] + f"\n\n{sender.name}"
        return f"{greeting.format(receiver.first)},\n\n" + "\n\n".join(text) + f"\n\n{end.format_map(slots)}\n{sender.first}"

    # events

    def sender_of(self, deal, beat):
        if not beat.inbound:
            return deal.owner
        if beat.kind == "terms":
            return deal.account.person("buy") or contact(deal)
        return contact(deal)

    def mail(self, deal, beat, moment, last):
        sender = self.sender_of(deal, beat)
        receiver = deal.owner if beat.inbound else (last.sender if last and not last.sender.internal else contact(deal))
        if beat.kind in ("outreach", "demo", "offer"):
            receiver = contact(deal)
        opens = beat.kind in beat_rules.OPENS and not (beat.kind == "nudge" and last and dice.chance(50, "fresh", deal.key))
        text = self.body(deal, beat, sender, receiver)
        mail = Mail(local(moment, sender.country), sender, [receiver], "", text, deal.owner.key, deal=deal)
        if opens or last is None:
            mail.subject = self.words.say(beat_rules.OPENS.get(beat.kind, "osubj"), deal)
        else:
            mail.parent = last
            mail.subject = last.subject if last.subject.startswith("Re: ") else "Re: " + last.subject
        if beat.kind in ("offer", "buyer", "yes") and deal.stage in ("negotiation", "evaluation"):
            mail.cc = [deal.account.person("exec")]
        if beat.kind == "terms" and deal.account.person("buy"):
            mail.cc = [contact(deal)]
        mail.html = dice.chance(34, "html", deal.key, beat.kind)
        if beat.kind == "offer":
            mail.attachments = [attachments.make("offer.pdf", deal)]
        if beat.kind == "doc":
            mail.attachments = [attachments.make(dice.pick(["one-pager.pdf", "interfaces.txt", "plan.csv"], "doc", deal.key), deal)]
        if beat.kind == "metrics" and dice.chance(20, "sheet", deal.key):
            mail.attachments = [attachments.make("figures.csv", deal)]
        if not sender.internal:
            mail.signature = dice.pick(["full", "full", "full", "short", "none"], "sig", deal.key, beat.kind)
        thread(mail)
        self.out.mails.append(mail)
        return mail

    def lines(self, deal, block):
        people = {"R": deal.owner, "C": contact(deal)}
        return [(people[who], text) for who, text in block]

    def chat(self, deal, beat, moment):
        lines = []
        if beat.kind == "small":
            lines = self.lines(deal, self.words.block("chat_logistic", deal))
        else:
            fact = self.words.fact("metrics" if beat.kind == "metrics" else "need", deal, "chat")
            told = self.words.say("champ", deal, "chat") if beat.kind == "champ" else self.words.say(
                "when", deal, "chat", when=self.words.fact("when", deal, "chat"))
            lines = self.lines(deal, self.words.block("chat_open", deal) + self.words.block("chat_go", deal))
            lines.append((deal.owner, "What is the size of it, roughly?" if beat.kind == "metrics" else "Where do you stand on {} by now?".format(deal.name)))
            lines += [(contact(deal), fact), (contact(deal), told)]
            lines += self.lines(deal, self.words.block("chat_thanks", deal))
        timed = [(who, dice.between(0, 9, "minutes", deal.key, i), text) for i, (who, text) in enumerate(lines)]
        self.out.chats.append(Chat(deal, local(moment, deal.account.country), deal.name, timed))

    def meeting(self, deal, moment, index):
        words, amount = self.words, rough(deal.amount, deal.account.currency, deal.key)
        executive = deal.account.person("exec")

        def say(key, **more):
            return "C", words.say(key, deal, "talk", **more)

        def fact(name):
            return words.fact(name, deal, "talk")

        def ask(kind):
            return words.block(kind, deal, "talk")

        joins = (deal.stage in ("evaluation", "negotiation") and "nobuyer" not in deal.flags
                 and (deal.stage == "negotiation" or dice.chance(40, "joins", deal.key)))
        told = ask("intro")
        if joins:
            first, words_in, second, answer = words.say("join", deal, "talk").split("|")
            told += [(first, words_in), (second, answer)]
        told += ask("ask_pain") + [("C", fact("pain"))] + ask("mirror_pain") + ask("ask_need") + [("C", fact("need"))]
        told += ask("ask_metrics") + [("C", fact("metrics"))] + ask("ack_metrics") + ask("ask_when") + [say("when", when=fact("when"))]
        told += ask("side") + ask("ask_money") + [say("budget", amt=amount), say("auth")]
        if deal.stage in ("evaluation", "negotiation"):
            told += ask("ask_crit") + [say("process", crit=fact("crit"))] + ask("ask_who")
            if "nobuyer" in deal.flags:
                told.append(say("nobuyer"))
            elif joins:
                told.append(("X", dice.pick(["That would be me, I sign it when the team is content.", "I sign this one, so you can as well ask me directly.",
                                             "It ends on my desk. I approve the budget if the second year is clear."], "x", deal.key)))
            else:
                told.append(say("buyer"))
            if "nochampion" not in deal.flags:
                told += ask("ask_champ") + [say("champ")]
        told += ask("outro")
        names = {"R": deal.owner.name, "C": contact(deal).name, "X": executive.name}
        topic = dice.pick(["Deep dive", "Working session", "Site visit", "Questions and numbers", "Review"], "topic", deal.key)
        lines = [(names[who], None, text) for who, text in told]
        self.out.meetings.append(Meeting(deal, local(moment, deal.account.country), f"{topic} {deal.product}".replace("&", "and"),
                                         "srt" if index % 3 == 0 else "vtt", lines))


def chosen(deals, count, key):
    return sorted(deals, key=lambda deal: dice.number(key, deal.key))[:count]


def tell(accounts, words, out, mails, chats, meetings):
    """Composes all deals without a told story, with exact numbers of mails, chats and meetings."""
    deals = [d for a in accounts for d in a.deals if d.key not in out.told]
    plans = [(deal, beat_rules.plan(deal)) for deal in deals]
    able = [d for d in deals if d.stage in ("evaluation", "negotiation")]
    able += chosen([d for d in deals if d.stage == "qualification"], max(0, meetings - len(able)), "meet")
    met = {id(d) for d in able[:meetings]}
    talkers = [d for d in deals if d.stage not in ("prospecting", "closed_lost")]
    chatted = {id(d) for d in chosen(talkers, chats, "chatter")}
    for deal, beats in plans:
        if id(deal) in met:
            beat_rules.add_meeting(deal, beats)
        if id(deal) in chatted:
            beat_rules.add_chat(deal, beats)
    beat_rules.fit(plans, mails)
    composer, number = Composer(words, out), 0
    for deal, beats in plans:
        moments = spread(deal.first_at, min(deal.last_at, REFERENCE), len(beats), deal.key)
        deal.first_at = deal.last_at = None
        last = None
        for beat, moment in zip(beats, moments):
            touch(deal, moment)
            if beat.channel == "mail":
                last = composer.mail(deal, beat, moment, last)
            elif beat.channel == "chat":
                composer.chat(deal, beat, moment)
            else:
                number += 1
                composer.meeting(deal, moment.replace(minute=moment.minute // 15 * 15, second=0), number)
