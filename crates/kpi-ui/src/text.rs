//! The words of the interface; those of figures are made in kpi-core.

use kpi_core::query::{Since, Sort};
use kpi_core::view::GroupModel;
pub(crate) use kpi_core::words::sentence::indicators;
use kpi_core::words::{Lang, fill, joined, plural, sentence};

kpi_core::texts! {
    /// The words of the interface.
    pub(crate) enum Text {
        About: "About these figures", "Ynghylch y ffigurau hyn";
        AllIndicators: "All indicators", "Pob dangosydd";
        Chart: "Chart", "Siart";
        Compare: "Compare with", "Cymharu â";
        Definition: "Definition", "Diffiniad";
        Direction: "Direction", "Cyfeiriad";
        Figure: "Figure", "Ffigur";
        Indicator: "Indicator", "Dangosydd";
        Groups: "Groups", "Grwpiau";
        Key: "Symbols", "Symbolau";
        Latest: "Latest figures", "Y ffigurau diweddaraf";
        Members: "Members of groups", "Aelodau grwpiau";
        Next: "Next", "Nesaf";
        NoFigure: "no figure", "dim ffigur";
        Notes: "Notes", "Nodiadau";
        Partial: "These are the first figures of this indicator; the others are in a file that is not here yet.", "Dyma ffigurau cyntaf y dangosydd hwn; mae'r lleill mewn ffeil nad yw yma eto.";
        Previous: "Previous", "Blaenorol";
        Revised: "Revised", "Diwygiwyd";
        Shown: "Shown in the chart", "Yn y siart";
        Source: "Source", "Ffynhonnell";
        Wrong: "What is wrong with the file", "Beth sydd o'i le ar y ffeil";
        Damaged: "Some figures in the file cannot be read and are not shown.", "Ni ellir darllen rhai ffigurau yn y ffeil ac nid ydynt yn cael eu dangos.";
        PeriodBefore: "the period before", "y cyfnod blaenorol";
        YearBefore: "a year before", "blwyddyn ynghynt";
        SincePrevious: "Since the period before", "Ers y cyfnod blaenorol";
        SinceYearBefore: "Since a year before", "Ers blwyddyn ynghynt";
        AndComparedWith: "compared with {0}", "o gymharu â: {0}";
        WithNothing: "compared with nothing", "heb gymharu â dim";
        CutOff: "The file of figures is cut short. Shown here is the one indicator that is complete; others may be missing.|The file of figures is cut short. Shown here are the {0} that are complete; others may be missing.", "Mae'r ffeil ffigurau yn gorffen yn ei chanol. Dangosir yma yr unig ddangosydd sy'n gyflawn; gall eraill fod ar goll.|Mae'r ffeil ffigurau yn gorffen yn ei chanol. Dangosir yma y {0} sy'n gyflawn; gall eraill fod ar goll.";
        LeftOut: "One indicator cannot be read and is not shown: {1}.|{0} cannot be read and are not shown: {1}.", "Ni ellir darllen un dangosydd ac nid yw'n cael ei ddangos: {1}.|Ni ellir darllen {0} ac nid ydynt yn cael eu dangos: {1}.";
        VerdictKey: " compared with other areas and earlier figures: ▲ better, ▼ worse, ● the same, ≈ similar, ◆ no direction defined, – no figure. Totals are not compared with other areas.", " o gymharu ag ardaloedd eraill a ffigurau cynharach: ▲ gwell, ▼ gwaeth, ● yr un fath, ≈ tebyg, ◆ dim cyfeiriad wedi'i ddiffinio, – dim ffigur. Ni chymherir cyfansymiau ag ardaloedd eraill.";
        Of: " of ", " yn ";
        Up: "up ", "i fyny ";
        Down: "down ", "i lawr ";

        // What is listed, and how tables are shown.
        AnotherArea: "Another area", "Ardal arall";
        Choose: "choose", "dewiswch";
        AllTopics: "All topics", "Pob pwnc";
        Courses: "How the indicators in this topic changed", "Hynt dangosyddion y pwnc hwn";
        Change: "Change what is shown:", "Newid yr hyn a ddangosir:";
        Differences: "Show differences", "Dangos gwahaniaethau";
        Everything: "everything", "popeth";
        Find: "Find", "Chwilio";
        From: "Charts begin with", "Dechrau'r siartiau";
        BeginsWith: "beginning with {0}", "gan ddechrau gyda: {0}";
        TheFirst: "the first period", "y cyfnod cyntaf";
        List: "List", "Rhestr";
        MissesTarget: "what misses its target", "yr hyn nad yw'n cyrraedd ei darged";
        NothingFound: "No indicator matches.", "Nid oes dangosydd sy'n cyfateb i'ch chwiliad.";
        LooksIn: "Words are looked for in names, topics, definitions and notes, and among other words that the publisher lists.", "Chwilir am eiriau mewn enwau, pynciau, diffiniadau a nodiadau, ac ymhlith geiriau eraill a restrir gan y cyhoeddwr.";
        Only: "Show", "Dangos";
        Order: "Order", "Trefn";
        ShowAll: "List all indicators", "Rhestru pob dangosydd";
        SideBySide: "Side by side", "Ochr yn ochr";
        Topic: "Topic", "Pwnc";
        Trend: "Trend", "Tuedd";
        ByTopic: "by topic", "yn ôl pwnc";
        ByName: "by name", "yn ôl enw";
        WorseFirst: "starting with what got worse", "gan ddechrau gyda'r hyn a waethygodd";
        MovedWorse: "Got worse", "Wedi gwaethygu";
        MovedBetter: "Got better", "Wedi gwella";
        AndMore: "and {0} more", "{0} arall";
        GotWorse: "what got worse since {0}", "yr hyn a waethygodd ers {0}";
        WorseThan: "what is worse than {0}", "yr hyn sy'n waeth na ffigur {0}";
        Listed: "{0} of {1}", "{0} o {1}";
        Read: "Press Enter to read its values with the arrow keys", "Pwyswch Enter i ddarllen ei werthoedd gyda'r bysellau saeth";

        // Taking away.
        TakeAway: "Take away", "Mynd â'r ffigurau";
        TheseFigures: "The figures shown", "Y ffigurau a ddangosir";
        AllFigures: "All figures", "Pob ffigur";
        ThisPage: "This page", "Y dudalen hon";
        Csv: "CSV", "CSV";
        CsvForExcel: "CSV for Excel", "CSV ar gyfer Excel";
        KpiJson: "KPI JSON", "KPI JSON";
        Png: "PNG", "PNG";
        Svg: "SVG", "SVG";
        Print: "Print", "Argraffu";
        PrintListed: "Print all indicators listed", "Argraffu pob dangosydd a restrir";
        OfflineCopy: "Offline copy", "Copi all-lein";
        CopyTable: "Copy as a table", "Copïo fel tabl";
        CopyLink: "Copy link", "Copïo'r ddolen";
        CopyCitation: "Copy citation", "Copïo'r dyfyniad";
        Saved: "Saved: {0}.", "Cadwyd: {0}.";
        NoPicture: "The browser cannot draw the picture.", "Ni all y porwr lunio'r llun.";
        Confined: "If nothing happened, the page around these figures does not allow it. Open them in a window of their own.", "Os na ddigwyddodd dim, nid yw'r dudalen o amgylch y ffigurau hyn yn ei ganiatáu. Agorwch hwy mewn ffenestr ar wahân.";
        NotInFile: "Not included: figures of one indicator, in a file that is not here yet.|Not included: figures of {0}, in files that are not here yet.", "Heb eu cynnwys: ffigurau un dangosydd, mewn ffeil nad yw yma eto.|Heb eu cynnwys: ffigurau {0}, mewn ffeiliau nad ydynt yma eto.";
        Report: "For the printer: this page, then {0}.", "I'r argraffydd: y dudalen hon, yna {0}.";
        TableCopied: "The table is copied.", "Copïwyd y tabl.";
        LinkCopied: "The link is copied.", "Copïwyd y ddolen.";
        CitationCopied: "The citation is copied.", "Copïwyd y dyfyniad.";
        NotCopied: "The browser does not copy it. The text is selected: press Ctrl and C, or Command and C.", "Nid yw'r porwr yn ei gopïo. Mae'r testun wedi'i ddewis: pwyswch Ctrl a C, neu Command a C.";

        // About these figures.
        Rules: "How figures are compared", "Sut y cymharir ffigurau";
        TheIndicators: "Indicators", "Dangosyddion";
        Measures: "Unit", "Uned";
        Publisher: "Publisher", "Cyhoeddwr";
        Date: "Date", "Dyddiad";
        Licence: "Licence", "Trwydded";
        TheFile: "The file", "Y ffeil";
        Cite: "How to cite", "Sut i ddyfynnu";
        FileChanged: "It last changed on its server on {0}.", "Newidiodd ddiwethaf ar ei gweinydd: {0}.";
        FileSum: "Its SHA-256 is {0}.", "Ei SHA-256 yw {0}.";
        NoFileSum: "Its SHA-256 cannot be computed here, because this page did not come over a secure connection.", "Ni ellir cyfrifo ei SHA-256 yma, oherwydd na ddaeth y dudalen hon dros gysylltiad diogel.";
    }
}

/// What is compared with, in the middle of a sentence.
pub(crate) fn earlier(lang: Lang, since: Since) -> &'static str {
    match since {
        Since::Previous => Text::PeriodBefore.say(lang),
        Since::YearBefore => Text::YearBefore.say(lang),
    }
}

pub(crate) fn since(lang: Lang, since: Since) -> &'static str {
    match since {
        Since::Previous => Text::SincePrevious.say(lang),
        Since::YearBefore => Text::SinceYearBefore.say(lang),
    }
}

/// "Median of 10: Bexley, ... (DfE model, 2021)"
pub(crate) fn group(lang: Lang, group: &GroupModel) -> String {
    let GroupModel { name, model, members, .. } = group;
    let model = if model.is_empty() { String::new() } else { format!(" ({model})") };
    format!("{name}{model}: {}.", sentence::listed(lang, members))
}

/// The form of a text for so many indicators, with what they are called.
pub(crate) fn counted(lang: Lang, text: Text, count: usize, names: &str) -> String {
    fill(plural(text.say(lang), u64::try_from(count).ok()), &[&indicators(lang, count), names])
}

pub(crate) fn cut_off(lang: Lang, kept: usize) -> String {
    counted(lang, Text::CutOff, kept, "")
}

pub(crate) fn left_out(lang: Lang, names: &[String]) -> String {
    counted(lang, Text::LeftOut, names.len(), &joined(names, "; "))
}

pub(crate) fn sort(lang: Lang, sort: Sort) -> &'static str {
    let text = match sort {
        Sort::Published => Text::ByTopic,
        Sort::Name => Text::ByName,
        Sort::WorseFirst => Text::WorseFirst,
    };
    text.say(lang)
}

pub(crate) fn got_worse(lang: Lang, since: Since) -> String {
    fill(Text::GotWorse.say(lang), &[earlier(lang, since)])
}

pub(crate) fn and_more(lang: Lang, count: usize) -> String {
    fill(Text::AndMore.say(lang), &[&count.to_string()])
}

pub(crate) fn worse_than(lang: Lang, area: &str) -> String {
    fill(Text::WorseThan.say(lang), &[area])
}

/// "5 of 27 indicators"
pub(crate) fn listed(lang: Lang, listed: usize, of: usize) -> String {
    fill(Text::Listed.say(lang), &[&listed.to_string(), &indicators(lang, of)])
}

#[cfg(test)]
mod tests {
    use super::{Text, counted, cut_off, left_out};
    use kpi_core::words::Lang;

    #[test]
    fn one_indicator_and_several() {
        let names = ["One", "Two"].map(str::to_owned);
        for (lang, expect) in [
            (
                Lang::En,
                [
                    "The file of figures is cut short. Shown here is the one indicator that is complete; others may be missing.",
                    "The file of figures is cut short. Shown here are the 2 indicators that are complete; others may be missing.",
                    "One indicator cannot be read and is not shown: One.",
                    "2 indicators cannot be read and are not shown: One; Two.",
                    "Not included: figures of one indicator, in a file that is not here yet.",
                    "Not included: figures of 27 indicators, in files that are not here yet.",
                ],
            ),
            (
                Lang::Cy,
                [
                    "Mae'r ffeil ffigurau yn gorffen yn ei chanol. Dangosir yma yr unig ddangosydd sy'n gyflawn; gall eraill fod ar goll.",
                    "Mae'r ffeil ffigurau yn gorffen yn ei chanol. Dangosir yma y 2 ddangosydd sy'n gyflawn; gall eraill fod ar goll.",
                    "Ni ellir darllen un dangosydd ac nid yw'n cael ei ddangos: One.",
                    "Ni ellir darllen 2 ddangosydd ac nid ydynt yn cael eu dangos: One; Two.",
                    "Heb eu cynnwys: ffigurau un dangosydd, mewn ffeil nad yw yma eto.",
                    "Heb eu cynnwys: ffigurau 27 dangosydd, mewn ffeiliau nad ydynt yma eto.",
                ],
            ),
        ] {
            let lacking = |count| counted(lang, Text::NotInFile, count, "");
            let found = [
                cut_off(lang, 1),
                cut_off(lang, 2),
                left_out(lang, &names[..1]),
                left_out(lang, &names),
                lacking(1),
                lacking(27),
            ];
            assert_eq!(found, expect);
        }
    }

    #[test]
    fn no_text_lacks_its_welsh() {
        assert_eq!(Text::TABLE.faults(&["CSV", "KPI JSON", "PNG", "SVG"]), Vec::<String>::new());
    }
}
