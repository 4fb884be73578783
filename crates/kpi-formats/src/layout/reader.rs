use super::Node;

/// Reads sound JSON.
pub(super) struct Reader<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Reader<'t> {
    pub(super) const fn of(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    pub(super) fn node(&mut self) -> Node<'t> {
        match self.next() {
            Some(b'[') => {
                let mut nodes = Vec::new();
                while self.goes_on(b']') {
                    nodes.push(self.node());
                }
                Node::List(nodes)
            }
            Some(b'{') => {
                let mut members = Vec::new();
                while self.goes_on(b'}') {
                    let name = self.scalar();
                    self.step(b':');
                    members.push((name, self.node()));
                }
                Node::Object(members)
            }
            _ => Node::Scalar(self.scalar()),
        }
    }

    /// Steps over the opening bracket or a comma; or over the closing bracket, and then there is no more.
    fn goes_on(&mut self, close: u8) -> bool {
        match self.next() {
            None => return false,
            Some(byte) => {
                self.at += 1;
                if byte == close {
                    return false;
                }
            }
        }
        // An empty list or object.
        if self.next() == Some(close) {
            self.at += 1;
            return false;
        }
        true
    }

    fn step(&mut self, over: u8) {
        if self.next() == Some(over) {
            self.at += 1;
        }
    }

    /// The next byte that is not white space.
    fn next(&mut self) -> Option<u8> {
        let rest = self.text.as_bytes().get(self.at..)?;
        self.at += rest.iter().position(|byte| !byte.is_ascii_whitespace())?;
        self.text.as_bytes().get(self.at).copied()
    }

    /// A text, a number or a word.
    fn scalar(&mut self) -> &'t str {
        let is_text = self.next() == Some(b'"');
        let rest = self.text.get(self.at..).unwrap_or_default();
        let mut escaped = false;
        let length = if is_text {
            let end = rest.bytes().skip(1).position(|byte| {
                let ends = byte == b'"' && !escaped;
                escaped = byte == b'\\' && !escaped;
                ends
            });
            end.map(|end| end + 2)
        } else {
            rest.bytes().position(|byte| b",]}: \n\r\t".contains(&byte))
        };
        let length = length.unwrap_or(rest.len());
        self.at += length;
        rest.get(..length).unwrap_or_default()
    }
}
