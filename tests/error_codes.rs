//! Service error codes beside the status codes.

use std::panic::{UnwindSafe, catch_unwind};

use statusbook::__private::check;
use statusbook::{ApiError, StatusSet, status, status_table};

status_table! {
    pub mod billing = "tests/documents/billing.md", section = "Status codes", codes = "tests/documents/billing_errors.md";
    pub mod alone = "tests/documents/billing_errors.md";
    pub mod refunds = "tests/documents/refund_errors.md";
    pub mod united = alone | refunds | statusbook::vpn;
}

#[test]
fn a_table_knows_its_error_codes() {
    let code = billing::TABLE.error_code("BILL.0003").expect("documented");
    assert_eq!((code.code(), code.status()), ("BILL.0003", Some(404)));
    assert_eq!(
        (code.message(), code.description()),
        (
            Some("No such invoice."),
            Some("The invoice does not exist.")
        )
    );
    assert_eq!(
        (code.document(), code.line()),
        ("tests/documents/billing_errors.md", 7)
    );
    assert!(billing::TABLE.error_code("BILL.9999").is_none());
    assert_eq!(billing::TABLE.error_codes().len(), 5);
}

#[test]
fn each_code_is_a_constant() {
    #[derive(Debug, ApiError)]
    #[api_error(table = billing)]
    #[status(404, "no such invoice", code = billing::codes::BILL_0003)]
    struct NoInvoice;

    assert_eq!(billing::codes::BILL_0003, "BILL.0003");
    assert_eq!(NoInvoice.error_code(), Some("BILL.0003"));
}

#[test]
fn every_documented_code_is_used_by_one_type_or_by_several() {
    #[derive(Debug, ApiError)]
    #[api_error(table = refunds, exhaustive(codes, except("REFUND.0001")))]
    enum Refund {
        #[status(410, code = refunds::codes::BILL_0003)]
        Deleted,
        #[status(409)]
        Again,
    }

    #[derive(Debug, ApiError)]
    #[api_error(table = refunds)]
    #[status(409, code = "REFUND.0001")]
    struct Again;

    #[derive(Debug, ApiError)]
    #[api_error(table = refunds, exhaustive(codes))]
    enum Around<E: ApiError + statusbook::Contract + 'static> {
        #[status(410, code = "BILL.0003")]
        Deleted,
        #[status(transparent)]
        Inner(E),
    }

    // The code of the variant goes before that of the error inside.
    #[derive(Debug, ApiError)]
    #[api_error(table = billing)]
    #[status(409, code = "BILL.0004")]
    struct Sent;

    #[derive(Debug, ApiError)]
    #[api_error(table = refunds, exhaustive(codes, except(410, "BILL.0003")))]
    #[status(transparent, code = "REFUND.0001")]
    struct Replaced(Sent);

    statusbook::assert_exhaustive!(refunds, Refund, Again, codes);
    statusbook::assert_exhaustive!(refunds, Replaced, codes, except(410, "BILL.0003"));
    assert_eq!(Replaced(Sent).error_code(), Some("REFUND.0001"));
    assert_eq!(Refund::Deleted.error_code(), Some("BILL.0003"));
    assert_eq!(Refund::Again.error_code(), None);
    assert_eq!(Around::Inner(Again).error_code(), Some("REFUND.0001"));
    assert_eq!(Around::<Again>::Deleted.error_code(), Some("BILL.0003"));
}

/// The derive names each code by a constant of its own. None may take the name of another, or of the user's.
#[test]
fn a_constant_of_ones_own_is_a_code_too() {
    const __CODE_0: &str = "BILL.0004";
    mod codes {
        pub(super) struct Codes;

        impl Codes {
            pub(super) const MISSING: &'static str = "BILL.0003";
        }
    }

    #[derive(Debug, ApiError)]
    #[api_error(table = billing)]
    #[status(404, "nothing", code = codes::Codes::MISSING)]
    enum InvoiceError<'a, T: std::fmt::Debug> {
        Deleted,
        #[status(404, "no {0:?}", code = codes::Codes::MISSING)]
        NotFound(&'a T),
        #[status(409, "in use", code = __CODE_0)]
        InUse,
        #[status(transparent, code = __CODE_0)]
        Inner(Sent),
    }

    #[derive(Debug, ApiError)]
    #[api_error(table = billing)]
    #[status(409)]
    struct Sent;

    let codes = [
        InvoiceError::NotFound(&1).error_code(),
        InvoiceError::<u8>::Deleted.error_code(),
        InvoiceError::<u8>::InUse.error_code(),
        InvoiceError::<u8>::Inner(Sent).error_code(),
    ];
    assert_eq!(
        codes,
        ["BILL.0003", "BILL.0003", "BILL.0004", "BILL.0004"].map(Some)
    );
}

#[test]
fn a_constant_of_a_parameter_is_found_by_value() {
    trait Prefix: std::fmt::Debug {
        const CODE: &'static str;
    }

    #[derive(Debug)]
    struct Invoices;

    impl Prefix for Invoices {
        const CODE: &'static str = "BILL.0003";
    }

    #[derive(Debug, ApiError)]
    #[api_error(table = billing)]
    #[status(404, "nothing", code = P::CODE)]
    struct Nothing<P: Prefix>(P);

    #[derive(Debug, ApiError)]
    #[api_error(table = billing)]
    #[status(404, "no such invoice", code = Self::CODE)]
    struct NoInvoice;

    impl NoInvoice {
        const CODE: &'static str = "BILL.0003";
    }

    assert_eq!(Nothing(Invoices).error_code(), Some("BILL.0003"));
    assert_eq!(NoInvoice.error_code(), Some("BILL.0003"));
}

#[test]
fn a_code_that_is_listed_for_two_statuses_belongs_to_both() {
    let code = billing::TABLE.error_code("BILL.0004").expect("documented");
    assert_eq!(code.statuses(), [409, 500]);
}

#[test]
fn a_status_that_only_an_error_code_names_is_documented() {
    assert_eq!(status!(billing, 429).to_string(), "429 Too Many Requests");
    let entry = billing::TABLE.entry(429).expect("documented");
    assert_eq!(
        (entry.document(), entry.line()),
        ("tests/documents/billing_errors.md", 10)
    );
}

#[test]
fn a_page_of_error_codes_is_a_table_too() {
    assert_eq!(
        alone::TABLE.documented(),
        StatusSet::of(&[400, 404, 409, 429, 500])
    );
}

#[test]
fn a_union_has_the_error_codes_of_its_tables() {
    assert_eq!(
        united::TABLE
            .error_code("BILL.0001")
            .and_then(statusbook::ErrorCode::status),
        Some(400)
    );
    assert!(united::TABLE.contains(503));
}

#[test]
fn a_union_has_an_error_code_for_the_statuses_of_every_table() {
    #[derive(Debug, ApiError)]
    #[api_error(table = united)]
    enum Error {
        #[status(404, code = "BILL.0003")]
        Unknown,
        #[status(410, code = "BILL.0003")]
        Deleted,
    }

    assert_eq!(Error::Unknown.error_code(), Some("BILL.0003"));
    assert_eq!(Error::Deleted.error_code(), Some("BILL.0003"));
}

#[test]
fn a_code_that_no_table_has_is_refused_with_the_nearest() {
    let refusal = refusal(|| check::error_code(united::TABLE, "BILL.003", StatusSet::of(&[404])));
    assert_eq!(
        refusal,
        "error code `BILL.003` is not documented by `united`\
         \n  nearest: `BILL.0003` No such invoice.\
         \n  table: tests/documents/billing_errors.md"
    );
}

#[test]
fn a_code_of_another_status_is_refused_with_its_own() {
    let refusal =
        refusal(|| check::error_code(united::TABLE, "BILL.0003", StatusSet::of(&[404, 409])));
    assert_eq!(
        refusal,
        "error code `BILL.0003` is not documented for status `409` by `united`\
         \n  documented for: 404 410\
         \n  table: tests/documents/billing_errors.md:7"
    );
}

/// What the compiler would have said: the checks are the same at run time.
fn refusal(check: impl FnOnce() + UnwindSafe) -> String {
    let panic = catch_unwind(check).expect_err("refused");
    panic
        .downcast_ref::<String>()
        .cloned()
        .or_else(|| panic.downcast_ref::<&str>().map(ToString::to_string))
        .expect("a sentence")
}
