// swift-format-ignore-file
// Written by script/embed-datasets from datasets/swiss; change the files there.

enum EmbeddedSwiss {
  static var files: [BundledDataset.File] {
    [
      BundledDataset.File(name: "README.md", content: #"""
# swiss

Standardised fertility and socio-economic indicators of the 47 French-speaking provinces of Switzerland about 1888. No
customers, but the second example on which the R package relaimpo shows relative importance: strong correlations, both
signs, and a driver (examination) whose importance depends on the method.

* **Rows** 47 provinces. **Columns** 6, none missing.
* **Source** F. Mosteller & J. W. Tukey (1977), *Data Analysis and Regression: A Second Course in Statistics*, Reading:
  Addison-Wesley, pages 549–551, with the permission of F. van de Walle; as `datasets::swiss` in R 4.2.2, exported by
  `Tests/References/datasets/export-published.R`.
* **Licence** part of R: GPL-2 or GPL-3.

| column | meaning, 0–100 |
|---|---|
| `Fertility` | common standardised fertility measure (outcome) |
| `Agriculture` | men whose occupation is agriculture, percent |
| `Examination` | draftees who received the highest mark in the army's examination, percent |
| `Education` | draftees educated beyond primary school, percent |
| `Catholic` | Catholics (the others are Protestants), percent |
| `Infant.Mortality` | live births who live less than a year, percent |

```
mainspring drivers datasets/swiss/swiss.yaml
```

"""#),
      BundledDataset.File(name: "swiss.yaml", content: #"""
title: Fertility of Swiss provinces about 1888
data: swiss.csv
scale: [0, 100]                        # percent of a province
drivers: [Agriculture, Examination, Education, Catholic, Infant.Mortality]
outcomes:
  Fertility: {label: Standardised fertility, scale: [0, 100]}
variables:
  Agriculture: {label: Men in agriculture}
  Examination: {label: Draftees with the highest mark}
  Education: {label: Draftees educated beyond primary school}
  Catholic: {label: Catholics}
  Infant.Mortality: {label: Infants who die in their first year}
bootstrap: {replicates: 1000, seed: 1, interval: percentile}

"""#),
      BundledDataset.File(name: "swiss.csv", content: #"""
Fertility,Agriculture,Examination,Education,Catholic,Infant.Mortality
80.2,17,15,12,9.96,22.2
83.1,45.1,6,9,84.84,22.2
92.5,39.7,5,5,93.4,20.2
85.8,36.5,12,7,33.77,20.3
76.9,43.5,17,15,5.16,20.6
76.1,35.3,9,7,90.57,26.6
83.8,70.2,16,7,92.85,23.6
92.4,67.8,14,8,97.16,24.9
82.4,53.3,12,7,97.67,21
82.9,45.2,16,13,91.38,24.4
87.1,64.5,14,6,98.61,24.5
64.1,62,21,12,8.52,16.5
66.9,67.5,14,7,2.27,19.1
68.9,60.7,19,12,4.43,22.7
61.7,69.3,22,5,2.82,18.7
68.3,72.6,18,2,24.2,21.2
71.7,34,17,8,3.3,20
55.7,19.4,26,28,12.11,20.2
54.3,15.2,31,20,2.15,10.8
65.1,73,19,9,2.84,20
65.5,59.8,22,10,5.23,18
65,55.1,14,3,4.52,22.4
56.6,50.9,22,12,15.14,16.7
57.4,54.1,20,6,4.2,15.3
72.5,71.2,12,1,2.4,21
74.2,58.1,14,8,5.23,23.8
72,63.5,6,3,2.56,18
60.5,60.8,16,10,7.72,16.3
58.3,26.8,25,19,18.46,20.9
65.4,49.5,15,8,6.1,22.5
75.5,85.9,3,2,99.71,15.1
69.3,84.9,7,6,99.68,19.8
77.3,89.7,5,2,100,18.3
70.5,78.2,12,6,98.96,19.4
79.4,64.9,7,3,98.22,20.2
65,75.9,9,9,99.06,17.8
92.2,84.6,3,3,99.46,16.3
79.3,63.1,13,13,96.83,18.1
70.4,38.4,26,12,5.62,20.3
65.7,7.7,29,11,13.79,20.5
72.7,16.7,22,13,11.22,18.9
64.4,17.6,35,32,16.92,23
77.6,37.6,15,7,4.97,20
67.6,18.7,25,7,8.65,19.5
35,1.2,37,53,42.34,18
44.7,46.6,16,29,50.43,18.2
42.8,27.7,22,29,58.33,19.3

"""#),
    ]
  }
}
