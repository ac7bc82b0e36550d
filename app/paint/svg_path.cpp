// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/paint/svg_path.hpp"
#include <QtMath>
#include <cmath>

namespace agentarmy::app {
namespace {

class Numbers {
public:
    explicit Numbers(QStringView text)
        : m_text(text)
    {
    }
    bool atEnd()
    {
        skip();
        return m_at >= m_text.size();
    }
    bool atLetter() { return !atEnd() && m_text[m_at].isLetter(); }
    QChar letter() { return m_text[m_at++]; }
    double next()
    {
        skip();
        const auto start = m_at;
        bool dot = false;
        if (m_at < m_text.size() && (m_text[m_at] == u'-' || m_text[m_at] == u'+'))
            ++m_at;
        while (m_at < m_text.size()) {
            const auto c = m_text[m_at];
            if (c == u'.' && !dot)
                dot = true;
            else if (c == u'e' && m_at + 1 < m_text.size())
                ++m_at;
            else if (!c.isDigit())
                break;
            ++m_at;
        }
        m_bad = m_bad || m_at == start;
        return m_text.mid(start, m_at - start).toDouble();
    }
    double flag()
    {
        skip();
        m_bad = m_bad || m_at >= m_text.size();
        return m_bad ? 0 : double(m_text[m_at++] == u'1');
    }
    bool bad() const { return m_bad; }

private:
    void skip()
    {
        while (m_at < m_text.size() && (m_text[m_at].isSpace() || m_text[m_at] == u','))
            ++m_at;
    }
    QStringView m_text;
    qsizetype m_at = 0;
    bool m_bad = false;
};

/// End-point arc to centre form, as in the implementation notes of SVG 1.1.
void arcTo(QPainterPath& path, double rx, double ry, double turn, bool large, bool sweep, QPointF to)
{
    const auto from = path.currentPosition();
    if (qFuzzyIsNull(rx) || qFuzzyIsNull(ry) || from == to)
        return path.lineTo(to);
    rx = std::abs(rx), ry = std::abs(ry);
    const double phi = qDegreesToRadians(turn), c = std::cos(phi), s = std::sin(phi);
    const auto half = (from - to) / 2;
    const double x = c * half.x() + s * half.y(), y = -s * half.x() + c * half.y();
    if (const double over = x * x / (rx * rx) + y * y / (ry * ry); over > 1)
        rx *= std::sqrt(over), ry *= std::sqrt(over);
    const double under = rx * rx * y * y + ry * ry * x * x;
    const double root = std::sqrt(std::max(0.0, (rx * rx * ry * ry - under) / under)) * (large == sweep ? -1 : 1);
    const double cx = root * rx * y / ry, cy = -root * ry * x / rx;
    const QPointF centre(c * cx - s * cy + (from.x() + to.x()) / 2, s * cx + c * cy + (from.y() + to.y()) / 2);
    const double begin = std::atan2((y - cy) / ry, (x - cx) / rx);
    double span = std::atan2((-y - cy) / ry, (-x - cx) / rx) - begin;
    if (sweep && span < 0)
        span += 2 * M_PI;
    if (!sweep && span > 0)
        span -= 2 * M_PI;
    const int parts = std::max(1, int(std::ceil(std::abs(span) / (M_PI / 2) - 1e-9)));
    const double step = span / parts, k = 4.0 / 3.0 * std::tan(step / 4);
    const auto at = [&](double a, double b) {
        return QPointF(centre.x() + c * rx * a - s * ry * b, centre.y() + s * rx * a + c * ry * b);
    };
    for (int part = 0; part < parts; ++part) {
        const double a = begin + part * step, b = a + step;
        const double ca = std::cos(a), sa = std::sin(a), cb = std::cos(b), sb = std::sin(b);
        path.cubicTo(at(ca - k * sa, sa + k * ca), at(cb + k * sb, sb - k * cb), part + 1 == parts ? to : at(cb, sb));
    }
}

}

QPainterPath parseSvgPath(QStringView d)
{
    QPainterPath path;
    Numbers in(d);
    QChar command;
    QPointF start, control;
    while (!in.atEnd()) {
        if (in.atLetter())
            command = in.letter();
        const bool relative = command.isLower();
        const auto here = path.currentPosition();
        const auto base = relative ? here : QPointF();
        const auto point = [&] {
            const double x = in.next();
            return base + QPointF(x, in.next());
        };
        switch (command.toLower().unicode()) {
        case 'm':
            start = point();
            path.moveTo(start);
            command = relative ? u'l' : u'L';
            break;
        case 'l':
            path.lineTo(point());
            break;
        case 'h':
            path.lineTo(base.x() + in.next(), here.y());
            break;
        case 'v':
            path.lineTo(here.x(), base.y() + in.next());
            break;
        case 'c': {
            const auto a = point(), b = point(), c = point();
            path.cubicTo(a, b, c);
            control = b;
            break;
        }
        case 's': {
            const auto a = control.isNull() ? here : 2 * here - control;
            const auto b = point(), c = point();
            path.cubicTo(a, b, c);
            control = b;
            break;
        }
        case 'q': {
            const auto a = point();
            path.quadTo(a, point());
            break;
        }
        case 'a': {
            const double rx = in.next(), ry = in.next(), turn = in.next();
            const bool large = in.flag() > 0, sweep = in.flag() > 0;
            arcTo(path, rx, ry, turn, large, sweep, point());
            break;
        }
        case 'z': {
            path.closeSubpath();
            path.moveTo(start);
            break;
        }
        default:
            return path;
        }
        if (command.toLower() != u'c' && command.toLower() != u's')
            control = QPointF();
        if (in.bad())
            return path;
    }
    return path;
}

}
