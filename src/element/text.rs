//! What the element says itself: where something went wrong, mostly before there is a page to say it.

kpi_core::texts! {
    /// The words of the element.
    pub(super) enum Text {
        NoSource: "No file of figures is named for this page. Add src=\"...\" to the element.", "Nid oes ffeil ffigurau wedi'i henwi ar gyfer y dudalen hon. Ychwanegwch src=\"...\" at yr elfen.";
        Browser: "This browser cannot show the figures as charts. The plain tables have them all.", "Ni all y porwr hwn ddangos y ffigurau fel siartiau. Maent i gyd yn y tablau plaen.";
        Unreachable: "The file of figures could not be reached ({0}). {1} Check the connection and try again.", "Nid oedd modd cyrraedd y ffeil ffigurau ({0}). {1} Gwiriwch y cysylltiad a rhowch gynnig arall arni.";
        NotThere: "There is no file of figures at {0}. {1} Please tell the people who publish this page.", "Nid oes ffeil ffigurau yn y cyfeiriad {0}. {1} Rhowch wybod i'r rhai sy'n cyhoeddi'r dudalen hon.";
        Status: "The server did not hand out the file of figures at {0} (status {2}). {1} Try again later.", "Ni roddodd y gweinydd y ffeil ffigurau yn y cyfeiriad {0} (statws {2}). {1} Rhowch gynnig arall arni yn nes ymlaen.";
        TooLarge: "The file of figures at {0} is larger than this page can read. {1}", "Mae'r ffeil ffigurau yn y cyfeiriad {0} yn fwy nag y gall y dudalen hon ei darllen. {1}";
        Unreadable: "The file of figures cannot be read. {1} For the publisher: {0}", "Ni ellir darllen y ffeil ffigurau. {1} I'r cyhoeddwr (yn Saesneg): {0}";
        Stays: "What is shown here is what was there before.", "Dangosir yma yr hyn a oedd yno o'r blaen.";
        TryAgain: "Try again", "Rhoi cynnig arall arni";
    }
}

#[cfg(test)]
mod tests {
    use super::Text;

    #[test]
    fn no_text_lacks_its_welsh() {
        assert_eq!(Text::TABLE.faults(&[]), Vec::<String>::new());
    }
}
