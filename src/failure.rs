//! Why there are no (new) figures, in words that a reader can act on: what happened, what still holds, what to do.

use kpi_core::ingest::Diagnostic;
use kpi_core::words::{Lang, fill};

kpi_core::texts! {
    /// What happened, and behind it what to do.
    enum Text {
        NoSource: "No file of figures is named for this page. Add src=\"...\" to the element.", "Nid oes ffeil ffigurau wedi'i henwi ar gyfer y dudalen hon. Ychwanegwch src=\"...\" at yr elfen.";
        Disk: "A page that is opened from a disk may not read other files, and the figures are in one", "Ni chaiff tudalen a agorwyd o ddisg ddarllen ffeiliau eraill, ac mewn ffeil arall y mae'r ffigurau";
        Timeout: "The server has sent nothing for half a minute", "Nid yw'r gweinydd wedi anfon dim ers hanner munud";
        Interrupted: "The file of figures came in part only", "Dim ond rhan o'r ffeil ffigurau a ddaeth";
        TooLarge: "The file of figures is larger than this page can read", "Mae'r ffeil ffigurau yn fwy nag y gall y dudalen hon ei darllen";
        Empty: "The server answered without a file of figures", "Atebodd y gweinydd heb ffeil ffigurau";
        Forbidden: "The server does not hand out the file of figures to everybody", "Nid yw'r gweinydd yn rhoi'r ffeil ffigurau i bawb";
        Absent: "There is no file of figures", "Nid oes ffeil ffigurau";
        Busy: "The server is getting too many requests at the moment", "Mae gormod o alw ar y gweinydd ar hyn o bryd";
        Broken: "The server has broken down or is being worked on", "Mae'r gweinydd wedi methu neu mae gwaith yn cael ei wneud arno";
        Refused: "The server did not hand out the file of figures", "Ni roddodd y gweinydd y ffeil ffigurau";
        Unreachable: "The file of figures could not be reached", "Nid oedd modd cyrraedd y ffeil ffigurau";

        At: "{0} ({1}). {2} {3}", "{0} ({1}). {2} {3}";
        WithStatus: "{0} ({1}, status {4}). {2} {3}", "{0} ({1}, statws {4}). {2} {3}";
        Stays: "This page still shows what it showed before.", "Dangosir yma yr hyn a oedd yno o'r blaen.";
        StaysPlain: "Where this page has plain tables, they can still be read.", "Os oes tablau plaen yn y dudalen hon, gellir eu darllen o hyd.";

        TakeWhole: "The page that kpi build makes has everything inside.", "Mae popeth y tu mewn i'r dudalen y mae kpi build yn ei gwneud.";
        TryLater: "Try again later.", "Rhowch gynnig arall arni yn nes ymlaen.";
        CheckAndTry: "Check the connection and try again.", "Gwiriwch y cysylltiad a rhowch gynnig arall arni.";
        TellPublisher: "Please tell the people who publish this page.", "Rhowch wybod i'r rhai sy'n cyhoeddi'r dudalen hon.";
        SignIn: "Please tell the people who publish this page, or sign in first if you have an account.", "Rhowch wybod i'r rhai sy'n cyhoeddi'r dudalen hon, neu mewngofnodwch yn gyntaf os oes gennych gyfrif.";
        WaitAndTry: "Wait a minute and try again.", "Arhoswch funud a rhowch gynnig arall arni.";

        Unreadable: "The file of figures cannot be read. {0} For the publisher:", "Ni ellir darllen y ffeil ffigurau. {0} I'r cyhoeddwr (yn Saesneg):";
    }
}

/// What still holds.
#[derive(Clone, Copy)]
pub(crate) enum Stays {
    /// The publication that was shown before.
    Publication,
    /// What the page has without the program, if it has anything.
    Plain,
}

impl Stays {
    fn say(self, lang: Lang) -> &'static str {
        let text = match self {
            Self::Publication => Text::Stays,
            Self::Plain => Text::StaysPlain,
        };
        text.say(lang)
    }
}

/// What the script says of a request or an element, by its code; `status` is the server's, where it has answered with one.
pub(crate) fn of_request(lang: Lang, stays: Stays, code: &str, status: u16, source: &str) -> String {
    let (what, mend) = match (code, status) {
        ("no-source", _) => return Text::NoSource.say(lang).to_owned(),
        ("disk", _) => (Text::Disk, Some(Text::TakeWhole)),
        ("timeout", _) => (Text::Timeout, Some(Text::TryLater)),
        ("interrupted", _) => (Text::Interrupted, Some(Text::CheckAndTry)),
        ("too-large", _) => (Text::TooLarge, None),
        ("status", 204..=205) => (Text::Empty, Some(Text::TellPublisher)),
        ("status", 401 | 403 | 407) => (Text::Forbidden, Some(Text::SignIn)),
        ("status", 404 | 410) => (Text::Absent, Some(Text::TellPublisher)),
        ("status", 429) => (Text::Busy, Some(Text::WaitAndTry)),
        ("status", 500..) => (Text::Broken, Some(Text::TryLater)),
        ("status", _) => (Text::Refused, Some(Text::TryLater)),
        _ => (Text::Unreachable, Some(Text::CheckAndTry)),
    };
    let sentence = if status > 0 { Text::WithStatus } else { Text::At };
    let (mend, stays) = (mend.map_or("", |mend| mend.say(lang)), stays.say(lang));
    let mut message = fill(sentence.say(lang), &[what.say(lang), source, stays, mend, &status.to_string()]);
    message.truncate(message.trim_ascii_end().len());
    message
}

/// A file came, and has no figure that can be shown.
pub(crate) fn of_file(lang: Lang, stays: Stays, diagnostics: &[Diagnostic]) -> String {
    let mut message = fill(Text::Unreadable.say(lang), &[stays.say(lang)]);
    for diagnostic in diagnostics.iter().take(3) {
        message.push(' ');
        message.push_str(&diagnostic.to_string());
    }
    message
}

#[cfg(test)]
mod tests {
    use super::Text;

    #[test]
    fn no_text_lacks_its_welsh() {
        assert_eq!(Text::TABLE.faults(&["{0} ({1}). {2} {3}"]), Vec::<String>::new());
    }
}
