// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "app/theme/palette.hpp"
#include "app/theme/type_scale.hpp"
#include <QObject>
#include <QtQml/qqmlregistration.h>
#include <array>

class QJSEngine;
class QQmlEngine;

namespace agentarmy::app {

/// The tokens of design: colours by meaning, type scale, space, radius, size and time. The only place with such
/// numbers; QML and the painted items read the same object. Lengths are px at 100 %, times are ms.
class Theme : public QObject, public Palette {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(Mode mode READ mode WRITE setMode NOTIFY changed)
    Q_PROPERTY(bool isDark READ isDark NOTIFY changed)
    /// True under reduced motion and in screenshots: every duration is 0.
    Q_PROPERTY(bool still READ still WRITE setStill NOTIFY changed)
    Q_PROPERTY(QColor canvas MEMBER canvas NOTIFY changed)
    Q_PROPERTY(QColor surface MEMBER surface NOTIFY changed)
    Q_PROPERTY(QColor sunken MEMBER sunken NOTIFY changed)
    Q_PROPERTY(QColor hover MEMBER hover NOTIFY changed)
    Q_PROPERTY(QColor column MEMBER column NOTIFY changed)
    Q_PROPERTY(QColor selected MEMBER selected NOTIFY changed)
    Q_PROPERTY(QColor pillOn MEMBER pillOn NOTIFY changed)
    Q_PROPERTY(QColor line MEMBER line NOTIFY changed)
    Q_PROPERTY(QColor lineStrong MEMBER lineStrong NOTIFY changed)
    Q_PROPERTY(QColor text MEMBER text NOTIFY changed)
    Q_PROPERTY(QColor text2 MEMBER text2 NOTIFY changed)
    Q_PROPERTY(QColor text3 MEMBER text3 NOTIFY changed)
    Q_PROPERTY(QColor accent MEMBER accent NOTIFY changed)
    Q_PROPERTY(QColor accentPressed MEMBER accentPressed NOTIFY changed)
    Q_PROPERTY(QColor accentText MEMBER accentText NOTIFY changed)
    Q_PROPERTY(QColor accentSoft MEMBER accentSoft NOTIFY changed)
    Q_PROPERTY(QColor textOnAccent MEMBER onAccent NOTIFY changed)
    Q_PROPERTY(QColor good MEMBER good NOTIFY changed)
    Q_PROPERTY(QColor goodSoft MEMBER goodSoft NOTIFY changed)
    Q_PROPERTY(QColor warn MEMBER warn NOTIFY changed)
    Q_PROPERTY(QColor warnSoft MEMBER warnSoft NOTIFY changed)
    Q_PROPERTY(QColor bad MEMBER bad NOTIFY changed)
    Q_PROPERTY(QColor badSoft MEMBER badSoft NOTIFY changed)
    Q_PROPERTY(QColor badFill MEMBER badFill NOTIFY changed)
    Q_PROPERTY(QColor data1 MEMBER data1 NOTIFY changed)
    Q_PROPERTY(QColor data2 MEMBER data2 NOTIFY changed)
    Q_PROPERTY(QColor data3 MEMBER data3 NOTIFY changed)
    Q_PROPERTY(QColor data4 MEMBER data4 NOTIFY changed)
    Q_PROPERTY(QList<QColor> speakers MEMBER speakers NOTIFY changed)
    Q_PROPERTY(QColor track MEMBER track NOTIFY changed)
    Q_PROPERTY(QColor amberLine MEMBER amberLine NOTIFY changed)
    Q_PROPERTY(QColor dropGround MEMBER dropGround NOTIFY changed)
    Q_PROPERTY(QColor dropDash MEMBER dropDash NOTIFY changed)
    Q_PROPERTY(QColor toast MEMBER toast NOTIFY changed)
    Q_PROPERTY(QColor toastText MEMBER toastText NOTIFY changed)
    Q_PROPERTY(QColor toastLink MEMBER toastLink NOTIFY changed)
    Q_PROPERTY(QColor toastGood MEMBER toastGood NOTIFY changed)
    Q_PROPERTY(QColor toastEdge MEMBER toastEdge NOTIFY changed)
    Q_PROPERTY(QColor scrim MEMBER scrim NOTIFY changed)
    // space
    Q_PROPERTY(int hair MEMBER hair CONSTANT)
    Q_PROPERTY(int spaceXxs MEMBER spaceXxs CONSTANT)
    Q_PROPERTY(int spaceXs MEMBER spaceXs CONSTANT)
    Q_PROPERTY(int spaceBadge MEMBER spaceBadge CONSTANT)
    Q_PROPERTY(int spaceS MEMBER spaceS CONSTANT)
    Q_PROPERTY(int spaceM MEMBER spaceM CONSTANT)
    Q_PROPERTY(int spaceL MEMBER spaceL CONSTANT)
    Q_PROPERTY(int spaceXl MEMBER spaceXl CONSTANT)
    Q_PROPERTY(int spacePage MEMBER spacePage CONSTANT)
    Q_PROPERTY(int spaceXxl MEMBER spaceXxl CONSTANT)
    Q_PROPERTY(int padControl MEMBER padControl CONSTANT)
    // radius
    Q_PROPERTY(int radiusBar MEMBER radiusBar CONSTANT)
    Q_PROPERTY(int radiusBadge MEMBER radiusBadge CONSTANT)
    Q_PROPERTY(int radiusControl MEMBER radiusControl CONSTANT)
    Q_PROPERTY(int radiusCard MEMBER radiusCard CONSTANT)
    Q_PROPERTY(int radiusFocus MEMBER radiusFocus CONSTANT)
    Q_PROPERTY(int radiusColumn MEMBER radiusColumn CONSTANT)
    Q_PROPERTY(int radiusPalette MEMBER radiusPalette CONSTANT)
    // size
    Q_PROPERTY(int rail MEMBER rail CONSTANT)
    Q_PROPERTY(int railCollapsed MEMBER railCollapsed CONSTANT)
    Q_PROPERTY(int railItem MEMBER railItem CONSTANT)
    Q_PROPERTY(int topBar MEMBER topBar CONSTANT)
    Q_PROPERTY(int narrow MEMBER narrow CONSTANT)
    Q_PROPERTY(int tight MEMBER tight CONSTANT)
    /// Pages narrower than this fold their third pane.
    Q_PROPERTY(int threePanes MEMBER threePanes CONSTANT)
    Q_PROPERTY(int searchWidth MEMBER searchWidth CONSTANT)
    Q_PROPERTY(int searchNarrow MEMBER searchNarrow CONSTANT)
    Q_PROPERTY(int control MEMBER control CONSTANT)
    Q_PROPERTY(int controlTall MEMBER controlTall CONSTANT)
    Q_PROPERTY(int pill MEMBER pill CONSTANT)
    Q_PROPERTY(int badge MEMBER badge CONSTANT)
    Q_PROPERTY(int keyCap MEMBER keyCap CONSTANT)
    Q_PROPERTY(int columnMin MEMBER columnMin CONSTANT)
    Q_PROPERTY(int columnMax MEMBER columnMax CONSTANT)
    Q_PROPERTY(int lane MEMBER lane CONSTANT)
    Q_PROPERTY(int stageHeader MEMBER stageHeader CONSTANT)
    Q_PROPERTY(int card MEMBER card CONSTANT)
    Q_PROPERTY(int cardGap MEMBER cardGap CONSTANT)
    Q_PROPERTY(int iconSmall MEMBER iconSmall CONSTANT)
    Q_PROPERTY(int iconInline MEMBER iconInline CONSTANT)
    Q_PROPERTY(int icon MEMBER icon CONSTANT)
    Q_PROPERTY(int iconLarge MEMBER iconLarge CONSTANT)
    Q_PROPERTY(int focusWidth MEMBER focusWidth CONSTANT)
    Q_PROPERTY(int toastHeight MEMBER toastHeight CONSTANT)
    Q_PROPERTY(int toastWidth MEMBER toastWidth CONSTANT)
    Q_PROPERTY(int tile MEMBER tile CONSTANT)
    /// The widest that running text gets.
    Q_PROPERTY(int reading MEMBER reading CONSTANT)
    // time
    Q_PROPERTY(int hoverTime READ hoverTime NOTIFY changed)
    Q_PROPERTY(int popTime READ popTime NOTIFY changed)
    Q_PROPERTY(int roomTime READ roomTime NOTIFY changed)
    Q_PROPERTY(int sheetTime READ sheetTime NOTIFY changed)
    Q_PROPERTY(int flyTime READ flyTime NOTIFY changed)
    Q_PROPERTY(int fillTime READ fillTime NOTIFY changed)
    Q_PROPERTY(int skeletonDelay MEMBER skeletonDelay CONSTANT)
    Q_PROPERTY(int skeletonMinimum MEMBER skeletonMinimum CONSTANT)

public:
    enum class Mode { Light, Dark, System };
    Q_ENUM(Mode)
    enum Kind {
        Number,
        Question,
        Title,
        Value,
        Heading,
        Strong,
        StrongHeavy,
        Body,
        Small,
        SmallRow,
        SmallMedium,
        SmallHeavy,
        Caption,
        CaptionMedium,
        Tiny,
    };
    Q_ENUM(Kind)
    enum Tone { Neutral, Accent, Good, Warn, Bad };
    Q_ENUM(Tone)

    /// No default for `parent`: QML would then make themes of its own instead of asking create().
    explicit Theme(QObject* parent);
    /// QML's way to the theme: the one that the program has given to `engine`, or one of its own where there is none.
    static Theme* create(QQmlEngine* engine, QJSEngine*);
    void giveTo(QQmlEngine& engine);

    Mode mode() const { return m_mode; }
    void setMode(Mode mode);
    bool isDark() const { return m_dark; }
    bool still() const { return m_still; }
    void setStill(bool still);

    const TypeStep& step(TypeKind kind) const { return m_steps[size_t(kind)]; }
    const TypeStep& tabularStep(TypeKind kind) const { return m_tabular[size_t(kind)]; }
    QColor toneText(int tone) const;
    QColor toneSoft(int tone) const;

    /// `weight` and `size` replace those of the step where they are not -1 and 0.
    Q_INVOKABLE QFont fontOf(int kind, bool tabular = false, int weight = -1, int size = 0, bool struck = false) const;
    Q_INVOKABLE double lineOf(int kind) const { return m_steps[size_t(kind)].line; }
    Q_INVOKABLE double leadOf(int kind) const { return m_steps[size_t(kind)].lead; }

    int hair = 1, spaceXxs = 2, spaceXs = 4, spaceBadge = 6, spaceS = 8, spaceM = 12, spaceL = 16, spaceXl = 20,
        spacePage = 24, spaceXxl = 32, padControl = 10;
    int radiusBar = 3, radiusBadge = 4, radiusControl = 6, radiusCard = 8, radiusFocus = 9, radiusColumn = 10,
        radiusPalette = 12;
    int rail = 208, railCollapsed = 56, railItem = 32, topBar = 48, narrow = 1100, tight = 900, threePanes = 1120,
        searchWidth = 440, searchNarrow = 360;
    int control = 28, controlTall = 32, pill = 24, badge = 20, keyCap = 16;
    int columnMin = 216, columnMax = 280, lane = 36, stageHeader = 48, card = 136, cardGap = 6;
    int iconSmall = 12, iconInline = 14, icon = 16, iconLarge = 20, focusWidth = 2, tile = 44, reading = 760;
    int toastHeight = 44, toastWidth = 480, skeletonDelay = 150, skeletonMinimum = 300;
    int hoverTime() const { return m_still ? 0 : 80; }
    int popTime() const { return m_still ? 0 : 120; }
    int roomTime() const { return m_still ? 0 : 160; }
    int sheetTime() const { return m_still ? 0 : 200; }
    int flyTime() const { return m_still ? 0 : 260; }
    int fillTime() const { return m_still ? 0 : 400; }

Q_SIGNALS:
    void changed();

private:
    Mode m_mode = Mode::Light;
    bool m_dark = false;
    bool m_still = false;
    std::array<TypeStep, typeKinds> m_steps;
    std::array<TypeStep, typeKinds> m_tabular;
};

}
