"""What is no part of the story, and what is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.extractors.documents.boilerplate import boilerplate

STORY = [
    "Dockers win ten-day strike in Port Selwyn",
    "By Jane Roe",
    "PORT SELWYN, Jan. 5, 2020 (Example News) — Dockers in Port Selwyn went back to work on Sunday after the harbour "
    "board agreed to raise their pay by six per cent, both sides said.",
    "A docker waves a flag at the gate of the old harbour in Port Selwyn, January 5, 2020.",
    "“You can tell them that we need your support,” the union's secretary, Ada Quill, told the crowd. “Please give "
    "what you can, and donate to the strike fund today.”",
    "Norland donated 40 million kroner to rebuild the harbour, which burned down in the riots of last spring, and "
    "asked its readers of the treaty to wait.",
    "The board had said that it would not pay. What will the dockers do next?",
]


def left(*paragraphs: str) -> list[str]:
    """The story's paragraphs as they stand after boilerplate is taken out."""
    text = "\n\n".join(paragraphs)
    kept, at = [], 0
    for start, end in boilerplate(text):
        kept.append(text[at:start])
        at = end
    kept.append(text[at:])
    return [line for line in (line.strip() for line in "".join(kept).split("\n")) if line]


def test_a_story_is_left_whole() -> None:
    assert left(*STORY) == STORY


@pytest.mark.parametrize(
    "line",
    [
        "Skip to content Skip to footer",
        "Skip to main content",
        "Home News World Sport Opinion",
        "Home | News | World | Port Selwyn | Opinion",
        "Home > World > Middle East",
        "Home › News › Harbour",
        "News\nSport\nCulture",
        "* Home\n* About us\n* Contact",
        "Menu",
        "Share Tweet Email Print",
        "Facebook 12 Twitter 5 WhatsApp Email",
        "Share this article",
        "Share on Facebook",
        "Log in | Register | Subscribe",
        "Privacy Policy | Terms of Use | Cookie Settings",
        "Advertisement",
        "ADVERTISEMENT",
        "Story continues below advertisement",
        "We use cookies to give you the best experience on our site.",
        "This website uses cookies. By continuing to browse you agree to our use of cookies.",
        "Sign up for our daily newsletter",
        "Subscribe to the Selwyn Post for $1 a week.",
        "Get the harbour briefing delivered to your inbox every morning.",
        "Enter your email address",
        "Thank you for subscribing!",
        "Already a subscriber? Log in",
        "Read more: The men who own the harbour",
        "READ MORE: The men who own the harbour",
        "Read more about the harbour here",
        "Related: Harbour board in talks with union",
        "See also: Harbour board in talks with union",
        "Also read: Harbour board in talks with union",
        "WATCH: Dockers march through the snow",
        "Click here to read the board's letter.",
        "Follow us on Twitter",
        "Follow the Selwyn Post on Facebook and Instagram.",
        "© 2020 The Selwyn Post",
        "© The Selwyn Post, January 5, 2020",
        "Copyright 2020 Example News. All rights reserved.",
        "Copyright © 2020 Example News.",
        "This material may not be published, broadcast, rewritten or redistributed without permission.",
        "This article was originally published by The Selwyn Post.",
        "Photo: Jane Roe/Example News",
        "Photograph: Jane Roe",
        "(Photo by Jane Roe/Example Images)",
        "Image credit: Jane Roe",
        "3 min read",
        "12 Comments",
        "Leave a comment",
        "Download our app",
        "Jane Roe can be reached at jane.roe@post.example.",
        "Got a tip? Send it to tips@post.example.",
        "Click to share on Facebook (Opens in new window) Click to share on Twitter (Opens in new window)",
        "Advertisement Continue reading the main story",
        "Read or Share this story: https://post.example/1",
        "Please verify you're not a robot by clicking the box.",
    ],
)
def test_a_line_that_is_no_story_goes_wherever_it_stands(line: str) -> None:
    assert left(line, *STORY) == STORY
    assert left(*STORY[:4], line, *STORY[4:]) == STORY
    assert left(*STORY, line) == STORY


APPEALS = {
    "fundraiser": [
        "One last thing, before you close this page",
        "You may not know that the Selwyn Post's reporting is paid for almost wholly by its readers. People like you "
        "make sure that stories such as this one are printed.",
        "This week we're holding a fundraiser to raise $20,000. If you found value in this article, please consider a "
        "tax-deductible gift of any size.",
        "Thank you for your support.",
    ],
    "favour": [
        "Since you're here …",
        "… we have a small favour to ask. More people than ever read the Selwyn Post, but fewer pay for it.",
        "Big owners will not tell these stories.",
        "We have put up no paywall, for we want our journalism to stay open to all. If everyone who reads our "
        "reporting helped to fund it, our future would be safe. For as little as £1 you can support the Post.",
        "Donate",
    ],
    "members": [
        "Support our journalism",
        "The Selwyn Post is a nonprofit newsroom that relies on the generosity of readers. Become a member today for "
        "just $5 a month and help us keep watch on the harbour.",
        "$5  $10  $25  Other",
    ],
    "donors": [
        "Not everyone can pay for the news. But if you can, we need your support.",
        "We are looking for 200 new monthly donors in the next two days. If you are able to make a small monthly or "
        "one-time gift, please do.",
    ],
    "letter": [
        "Dear reader,",
        "The Selwyn Post is funded by contributions from readers like you. We take no money from advertisers.",
        "Will you chip in $10 today so that our reporters can stay at the harbour gates?",
        "In solidarity,",
        "The editors",
    ],
    "newsletter": [
        "Sign up to the Harbour Letter",
        "Every Friday, our reporters write to you with the best of the week, straight to your inbox.",
        "You can unsubscribe at any time.",
    ],
}


@pytest.mark.parametrize("name", sorted(APPEALS))
def test_an_appeal_at_the_end_goes_as_a_whole(name: str) -> None:
    assert left(*STORY, *APPEALS[name]) == STORY


@pytest.mark.parametrize("name", ["fundraiser", "members", "donors", "newsletter"])
def test_an_appeal_within_the_story_goes_and_the_story_goes_on(name: str) -> None:
    strong = [each for each in APPEALS[name] if each not in ("$5  $10  $25  Other",)]
    assert left(*STORY[:4], *strong, *STORY[4:]) == STORY


@pytest.mark.parametrize(
    "sentence",
    [
        "Norland donated 40 million kroner to the refugees, its prime minister said to parliament on Monday.",
        "Residents were asked to donate blood at the hospital after the blast, which killed three dockers and a guard.",
        "The party is conducting a fundraiser to pay for the campaign of its candidate, who has promised free ferries.",
        "The minister thanked Norland for its support and its generous contribution to the reconstruction of the port.",
        "He resigned from the newspaper, whose readers had subscribed to its email in their hundreds of thousands.",
        "Facebook said on Monday that it would ban political advertisements, and Twitter that it would follow.",
        "The group uses cookies to follow people across the web, the watchdog found, and fined it two million kroner.",
        "All political rights reserved to the crown by the treaty of 1810 were given up by the king on Monday night.",
        "The council voted to give $4.5 million to a developer to build a hotel beside the harbour, opened in May.",
        "You should know, the judge told the dockers, that your support of the strike will cost you your pensions.",
        "We ask you, people of Selwyn, to stand with us: we need your support and your courage against the invaders.",
        "Police followed the men on foot and shared their picture on Facebook, where thousands of people commented.",
        "The copyright law was passed by parliament on Monday by 60 votes to 40, after two years of protest.",
        "Volunteers sign up at the town hall for the militia, where officers read out the oath to them in tens.",
        "The photo by Jane Roe shows the minister shaking hands with the man who was arrested for murder on Sunday.",
        "More than 40 people were killed, and more on this coast are missing, the mayor of Port Selwyn told reporters.",
        "Watch towers along the border were set on fire by rebels on Sunday, it said; related attacks killed two.",
        "She helped us keep our homes, the tenants said of the lawyer who was shot dead in her office on Friday night.",
        "Members of the union contributed to the gift, a silver boat, that was handed to the outgoing prime minister.",
    ],
)
def test_stories_about_money_support_and_the_press_are_stories(sentence: str) -> None:
    assert left(*STORY, sentence) == [*STORY, sentence]
    assert left(sentence, *STORY) == [sentence, *STORY]
    assert left(*STORY, sentence, *APPEALS["fundraiser"]) == [*STORY, sentence]


def test_links_below_their_heading_go_until_the_story_goes_on() -> None:
    links = ["Related stories", "Harbour board in talks with union", "Ferries stay in port for third day"]
    assert left(*STORY[:5], *links, *STORY[5:]) == STORY
    assert left(*STORY, *links) == STORY


def test_a_link_above_its_button_goes() -> None:
    assert left(*STORY[:5], "The men who own the harbour | Ian Poe", "Read more", *STORY[5:]) == STORY


def test_a_section_label_above_the_headline_is_left() -> None:
    assert left("Politics", *STORY) == ["Politics", *STORY]


def test_credits_go_and_captions_stay() -> None:
    caption = "A docker waves a flag in Port Selwyn, January 5, 2020."
    assert left(*STORY, f"{caption} (Photo by Jane Roe/Example Images)") == [*STORY, caption]
    assert left(*STORY, f"{caption} (Selwyn Post photo/Jane Roe)") == [*STORY, caption]
    assert left(*STORY, f"{caption} (Getty Images)") == [*STORY, caption]
    assert left(*STORY, f"{caption} Staff photo by Jane Roe") == [*STORY, caption]
    assert left(*STORY, f"{caption} (AP Photo/Jane Roe)") == [*STORY, caption]
    assert left(*STORY, f"{caption} [Jane Roe/Al Jazeera]") == [*STORY, caption]
    assert left(*STORY, f"{caption} REUTERS/Jane Roe") == [*STORY, caption]
    assert left(f"Image copyright Example Images Image caption {caption}", *STORY) == [caption, *STORY]
    assert left(*STORY, "It rained. (Reporting by Jane Roe; Editing by Ian Poe)") == [*STORY, "It rained."]


def test_single_sentences_go_from_a_text_without_paragraphs() -> None:
    story = " ".join(STORY[2:])
    appeal = "Please consider a donation to support our work."
    assert left(f"{story} {appeal}") == [story]
    assert left(f"{story} Follow Jane Roe on Twitter: @janeroe") == [story]
    assert left(f"{story} {appeal} {story}") == [f"{story}  {story}"]
    assert left(f"Sign up for our daily newsletter. {story}") == [story]


def test_hard_wrapped_texts_are_judged_by_paragraph() -> None:
    appeal = (
        "You may not know that the Selwyn Post's reporting is paid for\n"
        "almost wholly by its readers. If you found value in it, please\n"
        "consider a tax-deductible gift of any size, so that we can go on\n"
        "to write from the harbour as we have done for thirty years.\n"
    )
    story = (
        "PORT SELWYN, Jan. 5, 2020 -- Dockers in Port Selwyn went back to\n"
        "work on Sunday after the harbour board agreed to raise their pay\n"
        "by six per cent, both sides said in a statement that was handed\n"
        "to reporters at the gate."
    )
    text = f"{story}\n\n{appeal}"
    assert boilerplate(text) == ((len(story) + 2, len(text) - 1),)


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from([*STORY, *APPEALS["favour"], "Menu", "Related stories", "Home News", "", "x"]), max_size=12
    )
)
def test_spans_are_in_order_apart_and_trimmed(paragraphs: list[str]) -> None:
    text = "\n\n".join(paragraphs)
    at = -1
    for start, end in boilerplate(text):
        assert at < start < end <= len(text)
        assert not text[start].isspace() and not text[end - 1].isspace()
        at = end


@given(st.text(max_size=300))
def test_no_text_breaks_it(text: str) -> None:
    for start, end in boilerplate(text):
        assert 0 <= start < end <= len(text)


def test_long_texts_end() -> None:
    for text in ("a " * 50_000, "support our " * 9_000, "home news " * 9_000, "“" * 50_000, "we are " * 15_000):
        boilerplate(text)
