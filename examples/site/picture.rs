//! A small picture of one colour, as a PNG file without compression.

/// Width and height in pixels.
const SIDE: u8 = 32;

/// The bytes of a PNG file (ISO/IEC 15948); the number chooses its shade of grey.
pub(crate) fn png(number: usize) -> Vec<u8> {
    let shade = u8::try_from(number * 37 % 200 + 30).unwrap_or(128);
    let width = usize::from(SIDE);
    // Each row begins with the number of its filter, 0.
    let row: Vec<u8> = std::iter::once(0).chain([shade].repeat(width)).collect();
    // Width and height, then eight bits of grey, the usual methods, no interlacing.
    let header = [0, 0, 0, SIDE, 0, 0, 0, SIDE, 8, 0, 0, 0, 0];
    let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
    chunk(&mut out, *b"IHDR", &header);
    chunk(&mut out, *b"IDAT", &stored(&row.repeat(width)));
    chunk(&mut out, *b"IEND", &[]);
    out
}

fn chunk(out: &mut Vec<u8>, name: [u8; 4], data: &[u8]) {
    let length = u32::try_from(data.len()).unwrap_or_default();
    out.extend(length.to_be_bytes());
    out.extend(name);
    out.extend(data);
    out.extend(crc(name.iter().chain(data)).to_be_bytes());
}

/// A zlib stream (RFC 1950) of one block that is stored as it is (RFC 1951).
fn stored(data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).unwrap_or_default();
    let [low, high] = length.to_le_bytes();
    let mut out = vec![0x78, 0x01, 1, low, high, !low, !high];
    out.extend(data);
    let (mut sum, mut sums) = (1_u32, 0_u32);
    for byte in data {
        sum = (sum + u32::from(*byte)) % 65_521;
        sums = (sums + sum) % 65_521;
    }
    out.extend(((sums << 16) | sum).to_be_bytes());
    out
}

fn crc<'b>(bytes: impl Iterator<Item = &'b u8>) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = (sum >> 1) ^ if sum & 1 == 1 { 0xedb8_8320 } else { 0 };
        }
    }
    !sum
}
