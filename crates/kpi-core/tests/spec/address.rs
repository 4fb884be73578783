use kpi_core::query::address;

#[test]
fn each_explorer_reads_its_part() {
    let check = |address: &str, name: &str, expect: Option<&str>| {
        assert_eq!(address::part(address, name).as_deref(), expect, "{name} in {address}");
    };
    check("", "kpi", Some(""));
    check("#", "kpi", Some(""));
    check("#kpi?i=a&p=2021", "kpi", Some("kpi?i=a&p=2021"));
    check("kpi", "kpi", Some(""));
    check("kpi?i=a;kpi-staff?p=2020", "kpi", Some("kpi?i=a"));
    check("kpi?i=a;kpi-staff?p=2020", "kpi-staff", Some("kpi?p=2020"));
    check("kpi-staff?p=2020", "kpi", Some(""));
    check("kpi?i=a", "kpi-staff", Some(""));
    // One name is the beginning of another.
    check("kpi-staff?p=2020", "kpi-sta", Some(""));
    check("kpi-sta?p=2019;kpi-staff?p=2020", "kpi-sta", Some("kpi?p=2019"));
    // The page's own.
    check("top", "kpi", None);
    check("kpis", "kpi", None);
    check("kpi-figures", "kpi", None);
    check("/route?kpi=1", "kpi", None);
    check("kpi?i=a;top", "kpi", None);
    check("!kpi?i=a", "kpi", None);
}

#[test]
fn each_explorer_writes_its_part_alone() {
    let check = |address: &str, name: &str, fragment: &str, expect: Option<&str>| {
        assert_eq!(address::with_part(address, name, fragment).as_deref(), expect, "{fragment} of {name} in {address}");
    };
    check("", "kpi", "kpi?i=a", Some("kpi?i=a"));
    check("", "kpi-staff", "kpi?i=a", Some("kpi-staff?i=a"));
    check("kpi?i=a", "kpi", "kpi?i=b", Some("kpi?i=b"));
    check("kpi?i=a", "kpi", "", Some(""));
    check("kpi?i=a", "kpi-staff", "kpi?p=2020", Some("kpi?i=a;kpi-staff?p=2020"));
    check("kpi?i=a;kpi-staff?p=2020", "kpi", "kpi?i=b", Some("kpi-staff?p=2020;kpi?i=b"));
    check("kpi?i=a;kpi-staff?p=2020", "kpi", "", Some("kpi-staff?p=2020"));
    check("kpi?i=a;kpi-staff?p=2020", "kpi-staff", "", Some("kpi?i=a"));
    // An old address of ours that says nothing is not kept; what is the page's own stays.
    check("kpi", "kpi", "kpi?i=a", Some("kpi?i=a"));
    check("top", "kpi", "kpi?i=a", None);
    check("kpi-figures", "kpi", "", None);
}

#[test]
fn what_is_written_is_read_again() {
    for (name, other) in [("kpi", "kpi-x"), ("kpi-x", "kpi"), ("kpi-x", "kpi-xy")] {
        let first = address::with_part("", name, "kpi?i=a%3Bb&c=x,y").unwrap();
        let both = address::with_part(&first, other, "kpi?p=2021").unwrap();
        assert_eq!(address::part(&both, name).as_deref(), Some("kpi?i=a%3Bb&c=x,y"));
        assert_eq!(address::part(&both, other).as_deref(), Some("kpi?p=2021"));
    }
}
