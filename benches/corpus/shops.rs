//! A chain of shops beside the other files of the corpus: each has its address, its hours and its telephone.
//! Must never say the same of two shops, so that a handbook with something of another shop shows.

use std::fmt::Write;

use super::Seeded;

/// How many shops lie in one file.
const IN_A_FILE: u64 = 250;

/// The files with so many shops: locations, a telephone at each, and rules that hold in some of them only.
pub(crate) fn shops(number: u64) -> Vec<(String, String)> {
    let ids: Vec<u64> = (0..number).collect();
    let parts = ids.chunks(IN_A_FILE as usize).enumerate();
    parts.map(|(at, ids)| (format!("shops-{at:04}.yaml"), part(ids))).collect()
}

fn part(ids: &[u64]) -> String {
    let shops: Vec<Shop> = ids.iter().map(|id| Shop::new(*id)).collect();
    let mut text = String::from("locations:\n");
    for Shop { id, street, open, close } in &shops {
        write!(
            text,
            "  shop-{id}:\n    title: {{ pl: Sklep {id}, en: Shop {id}, ru: Магазин {id}, lv: Veikals {id} }}\n    \
             address: \"ul. Bursztynowa {street}/{id}, 80-{postcode:03} Gdańsk\"\n    \
             hours: Mo-Fr {open:02}:00-{close}:00; Sa 09:00-15:00; PH off\n",
            postcode = id % 1000,
        )
        .unwrap();
    }
    text.push_str("channels:\n");
    for Shop { id, open, close, .. } in &shops {
        write!(
            text,
            "  phone-{id}:\n    kind: voice\n    title: {{ pl: Telefon sklepu {id}, en: Telephone of shop {id}, ru: Телефон магазина {id}, lv: Veikala {id} tālrunis }}\n    \
             contact: \"+48 58 {id:07}\"\n    hours: Mo-Fr {open:02}:00-{close}:00; Sa 09:00-15:00; PH off\n    \
             staffed_by: [agent]\n    location: shop-{id}\n    free_of_charge: yes\n",
        )
        .unwrap();
    }
    let own: Vec<&Shop> = shops.iter().filter(|shop| shop.id % 20 == 7).collect();
    if !own.is_empty() {
        text.push_str("conduct:\n");
    }
    for Shop { id, .. } in own {
        write!(
            text,
            "  door-{id}:\n    title: {{ pl: Wejście {id}, en: Entrance {id}, ru: Вход {id}, lv: Ieeja {id} }}\n    \
             when: {{ location: shop-{id} }}\n    do:\n      - {{ pl: Otwórz boczne drzwi {id}, en: Open side door {id}, ru: Откройте боковую дверь {id}, lv: Atveriet sānu durvis {id} }}\n",
        )
        .unwrap();
    }
    text
}

struct Shop {
    id: u64,
    street: u64,
    open: u64,
    close: u64,
}

impl Shop {
    fn new(id: u64) -> Self {
        let mut seeded = Seeded(id.wrapping_mul(104_729) + 5);
        Shop { id, street: 1 + seeded.next(200), open: 8 + seeded.next(3), close: 17 + seeded.next(5) }
    }
}
