# A survey with multiple-response sets, and the same with its answers as columns of 0 and 1. Run in this folder:
#   python3 sets.py
# Python 3.11, pyreadstat 1.3.7, pandas 2. pyreadstat writes no sets: their record (type 7, subtypes 7 and 19) is put before the
# end of the dictionary here, as the PSPP Developers Guide describes it.
import struct
import pandas, pyreadstat

out = "../../SurveyFilesTests/Fixtures/"
state = 11
def draw(n):
    global state
    state = (state * 1103515245 + 12345) % (1 << 31)
    return (state >> 16) % n

channels = ["web_used", "phone_used", "shop_used", "fax_used"]
reasons = {1: "Price", 2: "Quality", 3: "Habit", 4: "Advice", 5: "Nothing else", 9: "Refused"}
rows, plain = [], []
for i in range(80):
    web, phone, shop = draw(2), draw(2), draw(3) // 2
    first, second = 1 + draw(4), 1 + draw(4)
    overall = 1 + (2 * web + shop + (first == 2) + (second == 2) + draw(3)) % 5
    row = {"id": i + 1, "overall": overall, "web_used": web + 1, "phone_used": phone + 1, "shop_used": shop + 1, "fax_used": 1,
           "first_reason": first, "second_reason": second if second != first else None}
    dummies = [web, phone, shop]
    picked = [int(k in (first, second)) for k in (1, 2, 3, 4)]
    if i == 5:
        # Not asked of channels; asked of reasons and refused.
        for name in channels: row[name] = None
        row["first_reason"], row["second_reason"] = 9, None
        dummies, picked = [None] * 3, [None] * 4
    if i == 8:
        # Nothing is said of the shop, but of the others.
        row["shop_used"] = None
        dummies[2] = 0
    rows.append(row)
    plain.append([i + 1, overall] + dummies + picked)
frame = pandas.DataFrame(rows)
labels = {name: {1: "No", 2: "Yes"} for name in channels} | {name: reasons for name in ("first_reason", "second_reason")}
pyreadstat.write_sav(
    frame, out + "sets.sav", variable_value_labels=labels, missing_ranges={"first_reason": [9], "second_reason": [9]},
    column_labels={"web_used": "Bought on the web", "phone_used": "By phone", "shop_used": "In a shop", "fax_used": "By fax"})

names = ["id", "overall", "channels=web_used", "channels=phone_used", "channels=shop_used"]
names += ["reasons=" + reasons[k] for k in (1, 2, 3, 4)]
with open(out + "sets.csv", "w") as file:
    file.write(",".join(names) + "\n")
    for row in plain: file.write(",".join("" if v is None else str(v) for v in row) + "\n")

data = open(out + "sets.sav", "rb").read()
# Short names are those that the writer gave.
place = 176
short = []
while True:
    kind = struct.unpack_from("<i", data, place)[0]
    if kind == 2:
        width, label, missing = struct.unpack_from("<iii", data, place + 4)
        if width >= 0: short.append(data[place + 24:place + 32].decode().strip())
        place += 32
        if label: place += 4 + (struct.unpack_from("<i", data, place)[0] + 3) // 4 * 4
        place += abs(missing) * 8
    elif kind == 3:
        count = struct.unpack_from("<i", data, place + 4)[0]
        place += 8
        for _ in range(count): place += 8 + (data[place + 8] + 8) // 8 * 8
    elif kind == 4: place += 8 + 4 * struct.unpack_from("<i", data, place + 4)[0]
    elif kind == 7:
        size, count = struct.unpack_from("<ii", data, place + 8)
        place += 16 + size * count
    else: break
assert kind == 999
short = dict(zip(frame.columns, short))
def record(subtype, text): return struct.pack("<iiii", 7, subtype, 1, len(text)) + text
def members(names): return " ".join(short[n].lower() for n in names).encode()
c = "Canaux utilisés".encode()
sets = b"$reasons=C 7 Reasons " + members(["first_reason", "second_reason"]) + b"\n"
sets += b"$channels=D1 2 %d " % len(c) + c + b" " + members(channels) + b"\n"
extended = b"$used=E 11 1 2 0  " + members(channels[:2]) + b"\n"
open(out + "sets.sav", "wb").write(data[:place] + record(7, sets) + record(19, extended) + data[place:])
