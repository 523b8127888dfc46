//! Reads the built-in files on two threads, so that the program starts sooner.

use std::thread;

/// Below this weight a second thread costs more than it saves.
const LEAST: usize = 1 << 17;

/// What `work` makes of each item, in their order; a second thread takes the second half by weight.
pub(super) fn map_in_parallel<T: Sync, R: Send>(
    items: &[T],
    weight: impl Fn(&T) -> usize,
    work: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    let whole: usize = items.iter().map(&weight).sum();
    let all = |items: &[T]| items.iter().map(&work).collect::<Vec<R>>();
    if whole < LEAST {
        return all(items);
    }
    let mut so_far = 0;
    let middle = items.iter().position(|item| {
        so_far += weight(item);
        2 * so_far > whole
    });
    let (first, second) = items.split_at(middle.unwrap_or(items.len()));
    thread::scope(|scope| {
        let second = scope.spawn(|| all(second));
        let mut made = all(first);
        match second.join() {
            Ok(rest) => made.extend(rest),
            // What went wrong there goes wrong here.
            Err(panic) => std::panic::resume_unwind(panic),
        }
        made
    })
}

#[cfg(test)]
mod tests {
    use super::map_in_parallel;

    #[test]
    fn the_order_stays() {
        for count in [0, 1, 2, 3, 50] {
            let items: Vec<usize> = (0..count).collect();
            for weight in [0, 1, 1 << 16, 1 << 20] {
                let made = map_in_parallel(&items, |_| weight, |item| item * 2);
                assert_eq!(made, items.iter().map(|item| item * 2).collect::<Vec<_>>());
            }
        }
    }
}
