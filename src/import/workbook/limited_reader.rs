//! A reader that fails after a number of bytes, counting bytes that are read again.

use std::io::{self, Read, Seek, SeekFrom};

/// Reads no more than its budget.
pub struct LimitedReader<R> {
    inner: R,
    left: u64,
}

impl<R> LimitedReader<R> {
    /// Reads at most `budget` bytes, counted each time.
    pub fn new(inner: R, budget: u64) -> LimitedReader<R> {
        LimitedReader { inner, left: budget }
    }
}

impl<R: Read> Read for LimitedReader<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.left = self
            .left
            .checked_sub(read as u64)
            .ok_or_else(|| io::Error::other("read more often than there is a reason to"))?;
        Ok(read)
    }
}

impl<R: Seek> Seek for LimitedReader<R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.inner.seek(to)
    }
}
