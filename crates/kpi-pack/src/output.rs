//! The program that is being put together.

/// Bytes, one behind the other, in a room that does not grow. What does not fit is `None`.
pub struct Output<'o> {
    room: &'o mut [u8],
    length: usize,
}

impl<'o> Output<'o> {
    pub fn new(room: &'o mut [u8]) -> Self {
        Self { room, length: 0 }
    }

    pub fn length(&self) -> usize {
        self.length
    }

    pub fn byte_at(&self, at: usize) -> Option<u8> {
        self.room.get(..self.length)?.get(at).copied()
    }

    pub fn byte(&mut self, byte: u8) -> Option<()> {
        *self.room.get_mut(self.length)? = byte;
        self.length += 1;
        Some(())
    }

    /// In LEB128.
    pub fn number(&mut self, number: u64) -> Option<()> {
        let mut rest = number;
        while rest > 0x7f {
            self.byte(rest as u8 | 0x80)?;
            rest >>= 7;
        }
        self.byte(rest as u8)
    }

    /// In signed LEB128. The number's lowest bit is the sign.
    pub fn signed(&mut self, number: u64) -> Option<()> {
        let mut rest = (number >> 1) as i64 ^ -((number & 1) as i64);
        while !(-0x40..0x40).contains(&rest) {
            self.byte(rest as u8 | 0x80)?;
            rest >>= 7;
        }
        self.byte(rest as u8 & 0x7f)
    }

    /// Puts the size of what stands from there on in front of it.
    pub fn measure(&mut self, from: usize) -> Option<()> {
        let (end, size) = (self.length, self.length.checked_sub(from)?);
        // Written behind first, to see how long it is and that there is room.
        self.number(size as u64)?;
        let whole = self.length;
        for at in (from..end).rev() {
            let byte = *self.room.get(at)?;
            *self.room.get_mut(at + whole - end)? = byte;
        }
        self.length = from;
        self.number(size as u64)?;
        self.length = whole;
        Some(())
    }
}
