use std::fmt::{self, Write};

/// As much of a text from the file as a message has room for, without letters that end a line, turn the letters behind
/// them around or command a terminal.
pub(super) struct Short<'a>(pub(super) &'a str);

impl fmt::Display for Short<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const ROOM: usize = 80;
        for (position, letter) in self.0.chars().enumerate() {
            f.write_char(match letter {
                _ if position == ROOM => return f.write_char('…'),
                '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
                    char::REPLACEMENT_CHARACTER
                }
                _ if letter.is_control() => char::REPLACEMENT_CHARACTER,
                _ => letter,
            })?;
        }
        Ok(())
    }
}
