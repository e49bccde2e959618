//! Data for search engines: only what everybody is promised.

use serde_json::Value;

use super::{exported, files, project, text};

#[test]
fn data_for_search_engines_uses_the_words_of_its_vocabulary() {
    for (name, files, _) in exported("schema-org") {
        let data: Value = serde_json::from_slice(&files["organization.jsonld"]).unwrap();
        assert_eq!(data["@context"], "https://schema.org", "{name}");
        for point in data["contactPoint"].as_array().unwrap() {
            let keys = ["telephone", "email", "url"];
            assert_eq!(keys.iter().filter(|key| point.get(**key).is_some()).count(), 1, "{name} {point}");
        }
    }
}

#[test]
fn the_shortest_term_that_everybody_has_is_published() {
    let standard = "etalon: 1
holidays: { country: LV }
situation: { segment: [regular, loyal] }
returns:
  situation:
    age: { number: days, from: 0 }
    goods: [ordinary, food]
  rules:
    loyal: { when: { segment: loyal, age: 0..7 }, outcome: refund }
    usual: { when: { age: 0..30 }, outcome: refund }
    food: { when: { goods: food, age: '<= 14' }, outcome: refund }
    otherwise: { outcome: refuse }
";
    let files = files("schema-org", &project(standard));
    let data: Value = serde_json::from_slice(&files["organization.jsonld"]).unwrap();
    assert_eq!(data["hasMerchantReturnPolicy"]["merchantReturnDays"], 14);
    assert_eq!(data["hasMerchantReturnPolicy"]["applicableCountry"][0], "LV");
    let losses = text(&files, "losses.md");
    assert!(losses.contains("`usual`") && losses.contains("`loyal`"), "{losses}");
}
