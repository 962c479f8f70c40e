//! How messages are declared: one line each becomes a variant with its id, its values and a sample.

/// Declares the messages: variant, arguments (`usize` or `&'a str`), Fluent id.
macro_rules! messages {
    ($($(#[$doc:meta])* $variant:ident $({ $($field:ident: $type:ty),* $(,)? })? => $id:literal,)*) => {
        /// A sentence of the program, with the values it mentions.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Msg<'a> {
            $($(#[$doc])* $variant $({
                $(#[doc = concat!("The sentence's `$", stringify!($field), "`.")] $field: $type),*
            })?,)*
        }

        impl<'a> Msg<'a> {
            /// The id of the Fluent message.
            pub fn id(&self) -> &'static str {
                match self { $(Self::$variant { .. } => $id,)* }
            }

            /// The values, by the names that the sentence uses.
            pub fn args(&self) -> fluent::FluentArgs<'a> {
                let pairs: Vec<(&'static str, fluent::FluentValue<'a>)> = match *self {
                    $(Self::$variant $({ $($field),* })? => vec![
                        $($((stringify!($field), fluent::FluentValue::from($field))),*)?
                    ],)*
                };
                pairs.into_iter().collect()
            }

            /// One of each, all its numbers being `number`: for tests.
            pub fn samples(number: usize) -> Vec<Self> {
                vec![$(Self::$variant $({
                    $($field: <$type as $crate::messages::declare::Sample>::sample(number)),*
                })?,)*]
            }
        }
    };
}

pub(super) use messages;

/// A value to try a sentence with.
pub(super) trait Sample {
    fn sample(number: usize) -> Self;
}

impl Sample for usize {
    fn sample(number: usize) -> Self {
        number
    }
}

impl Sample for &str {
    fn sample(_: usize) -> Self {
        "образец"
    }
}
