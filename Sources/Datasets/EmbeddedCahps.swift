// swift-format-ignore-file
// Written by script/embed-datasets from datasets/cahps; change the files there.

enum EmbeddedCahps {
  static var files: [BundledDataset.File] {
    [
      BundledDataset.File(name: "README.md", content: #"""
# cahps

Correlations of sixteen reports on health care: the Consumer Assessment of Healthcare Providers and Systems (CAHPS), a
survey of members of health plans in the United States. A published matrix, as one finds it in an article: no rows, no
means, no scales. It answers what quick care and courteous staff are worth, and shows what a matrix can and cannot tell.

* **Rows** 16, one per item. **Columns** the item's name and 16 correlations. About 35,000 respondents.
* **Source** S. P. Reise, J. Morizot & R. D. Hays (2007), "The role of the bifactor model in resolving dimensionality
  issues in health outcomes measures", *Quality of Life Research* 16, 19–31, doi:10.1007/s11136-007-9183-7; the matrix
  is `Reise` in the R package psych 2.2.9, which gives its n as "more than 35,000"; exported by
  `Tests/References/datasets/export-published.R`.
* **Licence** psych: GPL-2 or later.

The five areas are those of the article; what an item asks is told here in a few words.

| column | area | item |
|---|---|---|
| `phone` | getting care quickly | help by telephone |
| `routine` | | an appointment for routine care |
| `illness` | | care at once for an illness or injury |
| `listen` | doctor communicates well | listens carefully |
| `explain` | | explains so that one understands |
| `respect` | | shows respect |
| `time` | | spends enough time |
| `courtesy` | courteous and helpful staff | treat one with courtesy |
| `helpful` | | are as helpful as they should be |
| `happy` | getting needed care | a doctor or nurse one is happy with (outcome) |
| `referral` | | a referral to a specialist |
| `necessary` | | the care that is necessary (outcome) |
| `delay` | | no delays while waiting for approval |
| `problem` | health plan's customer service | no problem to find or understand information |
| `help` | | help from customer service |
| `paperwork` | | no problem with paperwork |

```
mainspring drivers datasets/cahps/cahps.yaml
```

"""#),
      BundledDataset.File(name: "cahps.yaml", content: #"""
title: Patients' experience of health care (CAHPS)
data: cahps.csv                        # a matrix of correlations, not rows
n: 35000                               # respondents behind it
drivers:
  care_quickly: {label: Getting care quickly, items: [phone, routine, illness]}
  communication: {label: Doctor communicates well, items: [listen, explain, respect, time]}
  staff: {label: Courteous and helpful staff, items: [courtesy, helpful]}
  plan_service: {label: Health plan's customer service, items: [problem, help, paperwork]}
players: composites
outcomes:
  happy: {label: A doctor one is happy with}
  necessary: {label: Getting the care that is necessary}
bootstrap: {replicates: 1000, seed: 1, interval: percentile}

"""#),
      BundledDataset.File(name: "cahps.csv", content: #"""
item,phone,routine,illness,listen,explain,respect,time,courtesy,helpful,happy,referral,necessary,delay,problem,help,paperwork
phone,1,0.439269256,0.424524733,0.504944562,0.403807061,0.482973429,0.475138818,0.466447449,0.515270291,0.378462903,0.320931228,0.418434068,0.359164412,0.272578472,0.288572677,0.275218186
routine,0.439269256,1,0.386764474,0.431826008,0.35827102,0.408603703,0.421149502,0.405187946,0.427279685,0.304473036,0.250230402,0.370429919,0.282120552,0.226977546,0.233126091,0.220631452
illness,0.424524733,0.386764474,1,0.435535468,0.338219473,0.415547967,0.408991283,0.373662628,0.409400225,0.338899264,0.295173627,0.396206683,0.328327994,0.266641972,0.282105995,0.26984176
listen,0.504944562,0.431826008,0.435535468,1,0.61849434,0.765261201,0.714312068,0.601085615,0.652546745,0.414623991,0.323990645,0.481834415,0.378575079,0.322527242,0.310137902,0.31654971
explain,0.403807061,0.35827102,0.338219473,0.61849434,1,0.666772683,0.604127633,0.487914891,0.518365531,0.319810412,0.257778912,0.397312177,0.302195722,0.260604842,0.249219507,0.244622037
respect,0.482973429,0.408603703,0.415547967,0.765261201,0.666772683,1,0.716350513,0.608510696,0.628801942,0.405951684,0.325471471,0.464847656,0.359338381,0.318148039,0.314066242,0.308454931
time,0.475138818,0.421149502,0.408991283,0.714312068,0.604127633,0.716350513,1,0.556633048,0.607791864,0.385807796,0.296697998,0.433948495,0.347219783,0.300533301,0.305021756,0.297083301
courtesy,0.466447449,0.405187946,0.373662628,0.601085615,0.487914891,0.608510696,0.556633048,1,0.734961704,0.355674731,0.290778304,0.405586254,0.334574183,0.26269303,0.252147674,0.266558035
helpful,0.515270291,0.427279685,0.409400225,0.652546745,0.518365531,0.628801942,0.607791864,0.734961704,1,0.381469734,0.31830291,0.438772593,0.373236902,0.283174898,0.290170265,0.287370324
happy,0.378462903,0.304473036,0.338899264,0.414623991,0.319810412,0.405951684,0.385807796,0.355674731,0.381469734,1,0.343820948,0.41583098,0.382213607,0.311428104,0.336824824,0.309726786
referral,0.320931228,0.250230402,0.295173627,0.323990645,0.257778912,0.325471471,0.296697998,0.290778304,0.31830291,0.343820948,1,0.442736066,0.413803796,0.255748733,0.28264695,0.248694599
necessary,0.418434068,0.370429919,0.396206683,0.481834415,0.397312177,0.464847656,0.433948495,0.405586254,0.438772593,0.41583098,0.442736066,1,0.565193109,0.313382719,0.337841053,0.287921173
delay,0.359164412,0.282120552,0.328327994,0.378575079,0.302195722,0.359338381,0.347219783,0.334574183,0.373236902,0.382213607,0.413803796,0.565193109,1,0.332990319,0.380577847,0.320040982
problem,0.272578472,0.226977546,0.266641972,0.322527242,0.260604842,0.318148039,0.300533301,0.26269303,0.283174898,0.311428104,0.255748733,0.313382719,0.332990319,1,0.338096618,0.289874996
help,0.288572677,0.233126091,0.282105995,0.310137902,0.249219507,0.314066242,0.305021756,0.252147674,0.290170265,0.336824824,0.28264695,0.337841053,0.380577847,0.338096618,1,0.334238479
paperwork,0.275218186,0.220631452,0.26984176,0.31654971,0.244622037,0.308454931,0.297083301,0.266558035,0.287370324,0.309726786,0.248694599,0.287921173,0.320040982,0.289874996,0.334238479,1

"""#),
    ]
  }
}
