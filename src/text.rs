//! What is said where something went wrong, mostly before there is a page to say it.

kpi_core::texts! {
    /// The words of failures.
    pub(crate) enum Text {
        NoSource: "No file of figures is named for this page. Add src=\"...\" to the element.", "Nid oes ffeil ffigurau wedi'i henwi ar gyfer y dudalen hon. Ychwanegwch src=\"...\" at yr elfen.";

        // What happened, followed by the file's address in brackets.
        Disk: "A page that is opened from a disk may not read other files, and the figures are in one", "Ni chaiff tudalen a agorir o ddisg ddarllen ffeiliau eraill, ac mae'r ffigurau mewn un";
        TimedOut: "The server has sent nothing for half a minute", "Nid yw'r gweinydd wedi anfon dim ers hanner munud";
        Interrupted: "The file of figures came in part only", "Dim ond rhan o'r ffeil ffigurau a ddaeth";
        TooLarge: "The file of figures is larger than this page can read", "Mae'r ffeil ffigurau yn fwy nag y gall y dudalen hon ei darllen";
        NoAnswer: "The server answered without a file of figures", "Atebodd y gweinydd heb ffeil ffigurau";
        Forbidden: "The server does not hand out the file of figures to everybody", "Nid yw'r gweinydd yn rhoi'r ffeil ffigurau i bawb";
        NotThere: "There is no file of figures", "Nid oes ffeil ffigurau";
        Busy: "The server is asked for too much at the moment", "Mae gormod yn cael ei ofyn gan y gweinydd ar hyn o bryd";
        Broken: "The server has broken down or is being worked on", "Mae'r gweinydd wedi torri neu mae gwaith arno";
        Refused: "The server did not hand out the file of figures", "Ni roddodd y gweinydd y ffeil ffigurau";
        Unreachable: "The file of figures could not be reached", "Nid oedd modd cyrraedd y ffeil ffigurau";
        Status: ", status {0}", ", statws {0}";
        Stays: "What is shown here is what was there before.", "Dangosir yma yr hyn a oedd yno o'r blaen.";

        // What to do.
        UsePage: " The page that kpi build makes has everything inside.", " Mae popeth y tu mewn i'r dudalen y mae kpi build yn ei gwneud.";
        TryLater: " Try again later.", " Rhowch gynnig arall arni yn nes ymlaen.";
        CheckConnection: " Check the connection and try again.", " Gwiriwch y cysylltiad a rhowch gynnig arall arni.";
        TellPublisher: " Please tell the people who publish this page.", " Rhowch wybod i'r rhai sy'n cyhoeddi'r dudalen hon.";
        SignIn: " Please tell the people who publish this page, or sign in first if you have an account.", " Rhowch wybod i'r rhai sy'n cyhoeddi'r dudalen hon, neu mewngofnodwch yn gyntaf os oes gennych gyfrif.";
        TryInAMinute: " Wait a minute and try again.", " Arhoswch funud a rhowch gynnig arall arni.";
        Nothing: "", "";
        Unreadable: "The file of figures cannot be read. What is shown here is what was there before. For the publisher:", "Ni ellir darllen y ffeil ffigurau. Dangosir yma yr hyn a oedd yno o'r blaen. I'r cyhoeddwr (yn Saesneg):";
    }
}

#[cfg(test)]
mod tests {
    use super::Text;

    #[test]
    fn no_text_lacks_its_welsh() {
        assert_eq!(Text::TABLE.faults(&[""]), Vec::<String>::new());
    }
}
