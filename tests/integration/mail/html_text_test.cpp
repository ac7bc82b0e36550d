// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/mail/html_text.hpp"
#include "core/base/text.hpp"

#include <QtTest>
#include <ctime>

using namespace agentarmy;
using namespace agentarmy::mail;

static qint64 workMs(std::clock_t begin) { return (std::clock() - begin) * 1000 / CLOCKS_PER_SEC; }

class HtmlTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void becomesReadableText_data()
    {
        QTest::addColumn<QString>("html");
        QTest::addColumn<QString>("text");
        const auto row = [](const char* tag, const char* html, const char* text) {
            QTest::newRow(tag) << QString::fromUtf8(html) << QString::fromUtf8(text);
        };
        row("paragraphs", "<p>One\n two</p><p>Three<br>four</p>", "One two\n\nThree\nfour");
        row("divs", "<div>One</div><div>Two</div><div><br></div><div>Three</div>", "One\nTwo\n\nThree");
        row("entities", "caf&eacute; &amp; &lt;b&gt; &#8364;&nbsp;5", "caf\u00E9 & <b> \u20AC 5");
        row("script and style", "<style>p{}</style><script>alert(1)</script><p>x<!-- no --></p><noscript>y</noscript>",
            "x");
        row("hidden",
            "<div style=\"display: NONE\">preheader</div><span style='font-size:0px'>x</span><p hidden>y</p>seen",
            "seen");
        row("tracking", "Hi<img src=\"http://t.example/p.gif\" width=1 height=1 alt=\"pixel\"> there", "Hi there");
        row("lists", "<ul><li>one</li><li><p>two</p></li></ul><ol><li>a</li><li>b</li></ol>",
            "- one\n- two\n\n1. a\n2. b");
        row("table", "<table><tr><td>Item</td><td>Price</td></tr><tr><td>A</td><td></td><td>5</td></tr></table>",
            "Item | Price\nA | 5");
        row("link", "See <a href=\"https://x.example/a\">the page</a>.", "See the page (https://x.example/a).");
        row("link that says itself",
            "<a href=\"https://www.x.example/\">x.example</a> <a href=\"mailto:a@b.example\">a@b.example</a>",
            "x.example a@b.example");
        row("unsafe links",
            "<a href=\"javascript:alert(1)\">a</a> <a href=\"data:text/html,x\">b</a> <a href=\"file:///etc\">c</a>",
            "a b c");
        row("mail link", "<a href=\"mailto:a@b.example?subject=x\">write</a>", "write (a@b.example)");
        row("pre", "<pre>a  b\n  c</pre>", "a  b\nc");
        row("gmail quote",
            "<div>Yes.</div><div class=\"gmail_quote\"><div class=\"gmail_attr\">On Tue, Lena wrote:</div><blockquote "
            "class=\"gmail_quote\">Will it work?</blockquote></div>",
            "Yes.\n> On Tue, Lena wrote:\n>\n>> Will it work?");
        row("blockquote", "<p>Yes.</p><blockquote type=cite><p>Old</p><p>mail</p></blockquote><p>More.</p>",
            "Yes.\n\n> Old\n>\n> mail\n\nMore.");
        row("indented, not quoted",
            "<blockquote style=\"margin:0 0 0 40px;border:none;padding:0\"><div>ours</div></blockquote>", "ours");
        row("Outlook",
            "<div>Yes.</div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0 0 "
            "0'><p><b>From:</b> Lena</p></div><p>Old mail</p>",
            "Yes.\n\n> From: Lena\n>\n> Old mail");
        row("a line above is no quote", "<div style='border-top:solid 1pt'>Prices</div><p>ours</p>", "Prices\n\nours");
        row("Outlook mobile",
            "<div>Yes.</div><div id=\"appendonsend\"></div><hr><div id=\"divRplyFwdMsg\">From: "
            "Lena</div><div>Old</div>",
            "Yes.\n\n> From: Lena\n> Old");
        row("signature", "<div>Yes.</div><div class=\"gmail_signature\">Jonas<br>CFO</div>", "Yes.\n--\nJonas\nCFO");
        row("looks quoted", "<p>&gt; not a quote</p>", " > not a quote");
        row("direction override", "a\u202Eb\u200B\u00ADc", "abc");
        row("unclosed", "<p>a<b>b<i>c", "abc");
        row("empty", "", "");
        row("only tags", "<html><head><title>t</title></head><body></body></html>", "");
    }
    void becomesReadableText()
    {
        QFETCH(QString, html);
        QFETCH(QString, text);
        QCOMPARE(QString::fromStdString(htmlToText(html.toStdString()).text), text);
    }
    void hostilePagesAreBounded_data()
    {
        QTest::addColumn<QByteArray>("html");
        const auto row
            = [](const char* tag, const QByteArray& piece, int count) { QTest::newRow(tag) << piece.repeated(count); };
        row("deep", "<div>", 500000);
        row("deep inline", "<b>", 500000);
        row("deep lists", "<ul><li>", 300000);
        row("deep tables", "<table><tr><td>", 100000);
        row("quotes", "<blockquote>x", 200000);
        row("open brackets", "<", 2000000);
        row("ampersands", "&", 2000000);
        row("long attribute", "<a href=\"", 1);
        QByteArray formatting;
        for (int i = 0; i < 2000; ++i)
            formatting += "<font size=" + QByteArray::number(i) + ">";
        QTest::newRow("formatting that is reopened in each paragraph")
            << formatting + QByteArray("<p>x</p>").repeated(20000);
        QTest::newRow("long line of links") << QByteArray("<a href=\"http://x.example/1\">x</a> ").repeated(40000);
        QTest::newRow("words") << QByteArray("word ").repeated(2000000);
        QTest::newRow("bytes that are no text") << QByteArray("\xFF\xFE\0\x80<p>\xC3", 8).repeated(100000);
    }
    void hostilePagesAreBounded()
    {
        QFETCH(QByteArray, html);
        const auto begin = std::clock(); // work, not waiting for other programs
        const auto text = htmlToText(std::string_view(html.constData(), std::size_t(html.size())));
        QVERIFY2(workMs(begin) < 5000, qPrintable(QString::number(workMs(begin))));
        QVERIFY(text.text.size() <= (std::size_t(1) << 20) + 100);
        QVERIFY(isValidUtf8(text.text));
    }
};

QTEST_APPLESS_MAIN(HtmlTextTest)
#include "html_text_test.moc"
