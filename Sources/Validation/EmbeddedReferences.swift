// swift-format-ignore-file
// Written by script/embed-references from Tests/References/validation; change the files there.

/// Reference figures as tables of comma-separated values; the scripts beside the files tell where they come from.
package enum EmbeddedReferences {
  package static let requirements: StaticString = #"""
dataset,statistic,ceiling,required,reason
Norris,coef,14.1,13.8,the last certified digit
Norris,se,13.9,13.6,decimals of the data are rounded to doubles
Norris,residual_sd,14.0,13.7,the last certified digit
Norris,r_squared,15.0,14.7,all certified digits
Norris,F,13.7,13.4,decimals of the data are rounded to doubles
Pontius,coef,13.5,13.2,decimals of the data are rounded to doubles
Pontius,se,13.8,13.5,decimals of the data are rounded to doubles
Pontius,residual_sd,13.8,13.5,decimals of the data are rounded to doubles
Pontius,r_squared,15.0,14.7,all certified digits
Pontius,F,13.6,13.3,decimals of the data are rounded to doubles
NoInt1,coef,14.7,14.4,the last certified digit
NoInt1,se,15.0,14.7,all certified digits
NoInt1,residual_sd,15.0,14.7,all certified digits
NoInt1,r_squared,15.0,14.7,all certified digits
NoInt1,F,15.0,14.7,all certified digits
NoInt2,coef,15.0,14.7,all certified digits
NoInt2,se,14.9,14.6,the last certified digit
NoInt2,residual_sd,15.0,14.7,all certified digits
NoInt2,r_squared,15.0,14.7,all certified digits
NoInt2,F,15.0,14.7,all certified digits
Filip,coef,14.0,13.7,the last certified digit
Filip,se,14.8,13.5,powers carried as two doubles in a system of condition 1.8e15
Filip,residual_sd,14.8,14.5,the last certified digit
Filip,r_squared,15.0,14.7,all certified digits
Filip,F,14.8,14.5,the last certified digit
Filip powers rounded,coef,7.9,7.6,each power is rounded to a double
Filip powers rounded,se,8.6,8.3,each power is rounded to a double
Filip powers rounded,residual_sd,8.5,8.2,each power is rounded to a double
Filip powers rounded,r_squared,10.7,10.4,each power is rounded to a double
Filip powers rounded,F,8.2,7.9,each power is rounded to a double
Longley,coef,14.6,14.3,the last certified digit
Longley,se,14.9,14.6,the last certified digit
Longley,residual_sd,15.0,14.7,all certified digits
Longley,r_squared,15.0,14.7,all certified digits
Longley,F,15.0,14.7,all certified digits
Wampler1,coef,15.0,14.7,all certified digits
Wampler1,se,15.0,14.7,all certified digits
Wampler1,residual_sd,15.0,14.7,all certified digits
Wampler1,r_squared,15.0,14.7,all certified digits
Wampler1,F,15.0,14.7,all certified digits
Wampler2,coef,13.2,12.9,decimals of the data are rounded to doubles
Wampler2,se,15.0,14.7,all certified digits
Wampler2,residual_sd,15.0,14.7,all certified digits
Wampler2,r_squared,15.0,14.7,all certified digits
Wampler2,F,15.0,14.7,all certified digits
Wampler3,coef,15.0,14.7,all certified digits
Wampler3,se,14.5,14.2,the last certified digit
Wampler3,residual_sd,14.8,14.5,the last certified digit
Wampler3,r_squared,15.0,14.7,all certified digits
Wampler3,F,15.0,14.7,all certified digits
Wampler4,coef,15.0,14.7,all certified digits
Wampler4,se,14.5,14.2,the last certified digit
Wampler4,residual_sd,14.8,14.5,the last certified digit
Wampler4,r_squared,15.0,14.7,all certified digits
Wampler4,F,15.0,14.7,all certified digits
Wampler5,coef,15.0,14.7,all certified digits
Wampler5,se,14.5,14.2,the last certified digit
Wampler5,residual_sd,14.8,14.5,the last certified digit
Wampler5,r_squared,15.0,14.7,all certified digits
Wampler5,F,15.0,14.7,all certified digits
PiDigits,mean,15.0,14.7,all certified digits
PiDigits,sd,15.0,14.7,all certified digits
PiDigits,acf1,15.0,14.7,all certified digits
Lottery,mean,15.0,14.7,all certified digits
Lottery,sd,15.0,14.7,all certified digits
Lottery,acf1,14.9,14.6,the last certified digit
Lew,mean,15.0,14.7,all certified digits
Lew,sd,15.0,14.7,all certified digits
Lew,acf1,14.8,14.5,the last certified digit
Mavro,mean,15.0,14.7,all certified digits
Mavro,sd,13.1,12.8,decimals of the data are rounded to doubles
Mavro,acf1,13.9,13.6,decimals of the data are rounded to doubles
Michelso,mean,15.0,14.7,all certified digits
Michelso,sd,13.8,13.5,decimals of the data are rounded to doubles
Michelso,acf1,13.4,13.1,decimals of the data are rounded to doubles
NumAcc1,mean,15.0,14.7,all certified digits
NumAcc1,sd,15.0,14.7,all certified digits
NumAcc1,acf1,15.0,14.7,all certified digits
NumAcc2,mean,15.0,14.7,all certified digits
NumAcc2,sd,15.0,14.7,all certified digits
NumAcc2,acf1,15.0,14.7,all certified digits
NumAcc3,mean,15.0,14.7,all certified digits
NumAcc3,sd,9.5,9.2,decimals of the data are rounded to doubles
NumAcc3,acf1,12.2,11.9,decimals of the data are rounded to doubles
NumAcc4,mean,15.0,14.7,all certified digits
NumAcc4,sd,8.3,8.0,decimals of the data are rounded to doubles
NumAcc4,acf1,11.0,10.7,decimals of the data are rounded to doubles
SiRstv,ss_between,14.0,13.7,the last certified digit
SiRstv,ms_between,14.0,13.7,the last certified digit
SiRstv,ss_within,13.1,12.8,decimals of the data are rounded to doubles
SiRstv,ms_within,13.1,12.8,decimals of the data are rounded to doubles
SiRstv,F,13.1,12.8,decimals of the data are rounded to doubles
SiRstv,r_squared,13.2,12.9,decimals of the data are rounded to doubles
SiRstv,residual_sd,13.4,13.1,decimals of the data are rounded to doubles
SmLs01,ss_between,15.0,14.7,all certified digits
SmLs01,ms_between,15.0,14.7,all certified digits
SmLs01,ss_within,15.0,14.7,all certified digits
SmLs01,ms_within,15.0,14.7,all certified digits
SmLs01,F,15.0,14.7,all certified digits
SmLs01,r_squared,15.0,14.7,all certified digits
SmLs01,residual_sd,15.0,14.7,all certified digits
SmLs02,ss_between,15.0,14.7,all certified digits
SmLs02,ms_between,15.0,14.7,all certified digits
SmLs02,ss_within,15.0,14.7,all certified digits
SmLs02,ms_within,15.0,14.7,all certified digits
SmLs02,F,15.0,14.7,all certified digits
SmLs02,r_squared,15.0,14.7,all certified digits
SmLs02,residual_sd,15.0,14.7,all certified digits
SmLs03,ss_between,15.0,14.7,all certified digits
SmLs03,ms_between,15.0,14.7,all certified digits
SmLs03,ss_within,15.0,14.7,all certified digits
SmLs03,ms_within,15.0,14.7,all certified digits
SmLs03,F,15.0,14.7,all certified digits
SmLs03,r_squared,15.0,14.7,all certified digits
SmLs03,residual_sd,15.0,14.7,all certified digits
SmLs04,ss_between,10.1,9.8,decimals of the data are rounded to doubles
SmLs04,ms_between,10.1,9.8,decimals of the data are rounded to doubles
SmLs04,ss_within,10.3,10.0,decimals of the data are rounded to doubles
SmLs04,ms_within,10.3,10.0,decimals of the data are rounded to doubles
SmLs04,F,10.4,10.1,decimals of the data are rounded to doubles
SmLs04,r_squared,10.7,10.4,decimals of the data are rounded to doubles
SmLs04,residual_sd,10.6,10.3,decimals of the data are rounded to doubles
SmLs05,ss_between,9.9,9.6,decimals of the data are rounded to doubles
SmLs05,ms_between,9.9,9.6,decimals of the data are rounded to doubles
SmLs05,ss_within,10.3,10.0,decimals of the data are rounded to doubles
SmLs05,ms_within,10.3,10.0,decimals of the data are rounded to doubles
SmLs05,F,10.2,9.9,decimals of the data are rounded to doubles
SmLs05,r_squared,10.5,10.2,decimals of the data are rounded to doubles
SmLs05,residual_sd,10.6,10.3,decimals of the data are rounded to doubles
SmLs06,ss_between,9.9,9.6,decimals of the data are rounded to doubles
SmLs06,ms_between,9.9,9.6,decimals of the data are rounded to doubles
SmLs06,ss_within,10.3,10.0,decimals of the data are rounded to doubles
SmLs06,ms_within,10.3,10.0,decimals of the data are rounded to doubles
SmLs06,F,10.2,9.9,decimals of the data are rounded to doubles
SmLs06,r_squared,10.5,10.2,decimals of the data are rounded to doubles
SmLs06,residual_sd,10.6,10.3,decimals of the data are rounded to doubles
SmLs07,ss_between,4.0,3.7,decimals of the data are rounded to doubles
SmLs07,ms_between,4.0,3.7,decimals of the data are rounded to doubles
SmLs07,ss_within,4.3,4.0,decimals of the data are rounded to doubles
SmLs07,ms_within,4.3,4.0,decimals of the data are rounded to doubles
SmLs07,F,4.4,4.1,decimals of the data are rounded to doubles
SmLs07,r_squared,4.7,4.4,decimals of the data are rounded to doubles
SmLs07,residual_sd,4.6,4.3,decimals of the data are rounded to doubles
SmLs08,ss_between,3.9,3.6,decimals of the data are rounded to doubles
SmLs08,ms_between,3.9,3.6,decimals of the data are rounded to doubles
SmLs08,ss_within,4.3,4.0,decimals of the data are rounded to doubles
SmLs08,ms_within,4.3,4.0,decimals of the data are rounded to doubles
SmLs08,F,4.2,3.9,decimals of the data are rounded to doubles
SmLs08,r_squared,4.5,4.2,decimals of the data are rounded to doubles
SmLs08,residual_sd,4.6,4.3,decimals of the data are rounded to doubles
SmLs09,ss_between,3.9,3.6,decimals of the data are rounded to doubles
SmLs09,ms_between,3.9,3.6,decimals of the data are rounded to doubles
SmLs09,ss_within,4.3,4.0,decimals of the data are rounded to doubles
SmLs09,ms_within,4.3,4.0,decimals of the data are rounded to doubles
SmLs09,F,4.2,3.9,decimals of the data are rounded to doubles
SmLs09,r_squared,4.4,4.1,decimals of the data are rounded to doubles
SmLs09,residual_sd,4.6,4.3,decimals of the data are rounded to doubles
AtmWtAg,ss_between,10.2,9.9,decimals of the data are rounded to doubles
AtmWtAg,ms_between,10.2,9.9,decimals of the data are rounded to doubles
AtmWtAg,ss_within,10.9,10.6,decimals of the data are rounded to doubles
AtmWtAg,ms_within,10.9,10.6,decimals of the data are rounded to doubles
AtmWtAg,F,10.2,9.9,decimals of the data are rounded to doubles
AtmWtAg,r_squared,10.3,10.0,decimals of the data are rounded to doubles
AtmWtAg,residual_sd,11.2,10.9,decimals of the data are rounded to doubles

"""#
  package static let peers: StaticString = #"""
dataset,statistic,term,value
Norris,coef,B0,-0.2623230737738898
Norris,coef,B1,1.0021168180204543
Norris,se,B0,0.23281823430115653
Norris,se,B1,0.00042979684819994439
Norris,residual_sd,,0.8847963961443881
Norris,r_squared,,0.9999937458837117
Norris,F,,5436385.5407976545
Pontius,coef,B0,0.00067356578947297299
Pontius,coef,B1,7.3205916040100311e-07
Pontius,coef,B2,-3.1608187134504202e-15
Pontius,se,B0,0.00010793861203312844
Pontius,se,B1,1.5781739998173381e-10
Pontius,se,B2,4.8665284999226758e-17
Pontius,residual_sd,,0.00020517742407628227
Pontius,r_squared,,0.99999990017853713
Pontius,F,,185330865.99557516
NoInt1,coef,B1,2.0743801652892562
NoInt1,se,B1,0.016528925619834767
NoInt1,residual_sd,,3.5675303400633909
NoInt1,r_squared,,0.99936549229866278
NoInt1,F,,15750.249999999894
NoInt2,coef,B1,0.72727272727272729
NoInt2,se,B1,0.042082731807843235
NoInt2,residual_sd,,0.36927447293799809
NoInt2,r_squared,,0.99334811529933476
NoInt2,F,,298.6666666666668
Filip,coef,B0,-1467.4896086136525
Filip,coef,B1,-2772.179581861134
Filip,coef,B2,-2316.3710737174133
Filip,coef,B3,-1127.9739374372489
Filip,coef,B4,-354.4782326950741
Filip,coef,B5,-75.124201551036123
Filip,coef,B6,-10.875318012356294
Filip,coef,B7,-1.0622149840668356
Filip,coef,B8,-0.067019115374930313
Filip,coef,B9,-0.0024678107808782691
Filip,coef,B10,-4.0296252499307143e-05
Filip,se,B0,298.08453140077569
Filip,se,B1,559.77986632170712
Filip,se,B2,466.47757292664772
Filip,se,B3,227.20427492297057
Filip,se,B4,71.647866248984798
Filip,se,B5,15.289717914330788
Filip,se,B6,2.2369116047956679
Filip,se,B7,0.22162432268300233
Filip,se,B8,0.014236376369865177
Filip,se,B9,0.00053561741118579045
Filip,se,B10,8.9663284165079459e-06
Filip,residual_sd,,0.003348010517969722
Filip,r_squared,,0.99672741617638438
Filip,F,,2162.4395389921347
Filip powers rounded,coef,B0,-1467.4896086136525
Filip powers rounded,coef,B1,-2772.179581861134
Filip powers rounded,coef,B2,-2316.3710737174133
Filip powers rounded,coef,B3,-1127.9739374372489
Filip powers rounded,coef,B4,-354.4782326950741
Filip powers rounded,coef,B5,-75.124201551036123
Filip powers rounded,coef,B6,-10.875318012356294
Filip powers rounded,coef,B7,-1.0622149840668356
Filip powers rounded,coef,B8,-0.067019115374930313
Filip powers rounded,coef,B9,-0.0024678107808782691
Filip powers rounded,coef,B10,-4.0296252499307143e-05
Filip powers rounded,se,B0,298.08453140077569
Filip powers rounded,se,B1,559.77986632170712
Filip powers rounded,se,B2,466.47757292664772
Filip powers rounded,se,B3,227.20427492297057
Filip powers rounded,se,B4,71.647866248984798
Filip powers rounded,se,B5,15.289717914330788
Filip powers rounded,se,B6,2.2369116047956679
Filip powers rounded,se,B7,0.22162432268300233
Filip powers rounded,se,B8,0.014236376369865177
Filip powers rounded,se,B9,0.00053561741118579045
Filip powers rounded,se,B10,8.9663284165079459e-06
Filip powers rounded,residual_sd,,0.003348010517969722
Filip powers rounded,r_squared,,0.99672741617638438
Filip powers rounded,F,,2162.4395389921347
Longley,coef,B0,-3482258.6345958244
Longley,coef,B1,15.061872271375028
Longley,coef,B2,-0.035819179292591437
Longley,coef,B3,-2.0202298038168296
Longley,coef,B4,-1.0332268671735914
Longley,coef,B5,-0.051104105653578487
Longley,coef,B6,1829.1514646135547
Longley,se,B0,890420.38360736775
Longley,se,B1,84.914925774766758
Longley,se,B2,0.03349100777224296
Longley,se,B3,0.48839968165169578
Longley,se,B4,0.21427416316167383
Longley,se,B5,0.22607320006936851
Longley,se,B6,455.4784991422095
Longley,residual_sd,,304.85407356196339
Longley,r_squared,,0.99547900457729566
Longley,F,,330.28533923459133
Wampler1,coef,B0,1.0000000005475491
Wampler1,coef,B1,0.99999999995552979
Wampler1,coef,B2,0.99999999998602274
Wampler1,coef,B3,1.0000000000013023
Wampler1,coef,B4,1.0000000000000122
Wampler1,coef,B5,0.99999999999999789
Wampler1,se,B0,9.6261865874091301e-11
Wampler1,se,B1,1.0570883499286267e-10
Wampler1,se,B2,3.4855804003330143e-11
Wampler1,se,B3,4.5384484401112002e-12
Wampler1,se,B4,2.5249994489843214e-13
Wampler1,se,B5,5.0236808251695754e-15
Wampler1,residual_sd,,1.055564713125822e-10
Wampler1,r_squared,,1
Wampler1,F,,3.3771373998754604e+32
Wampler2,coef,B0,1.0000000000000064
Wampler2,coef,B1,0.099999999999998535
Wampler2,coef,B2,0.010000000000000148
Wampler2,coef,B3,0.00099999999999998896
Wampler2,coef,B4,0.0001000000000000007
Wampler2,coef,B5,9.9999999999999822e-06
Wampler2,se,B0,1.2741945471377301e-15
Wampler2,se,B1,1.3992417444760981e-15
Wampler2,se,B2,4.6137767010704107e-16
Wampler2,se,B3,6.0074321252190427e-17
Wampler2,se,B4,3.3422794168874885e-18
Wampler2,se,B5,6.6497222507238989e-20
Wampler2,residual_sd,,1.3972249440657553e-15
Wampler2,r_squared,,1
Wampler2,F,,6.7644622478081616e+32
Wampler3,coef,B0,0.99999999968834374
Wampler3,coef,B1,1.0000000001107032
Wampler3,coef,B2,0.99999999999567779
Wampler3,coef,B3,0.99999999999808509
Wampler3,coef,B4,1.000000000000218
Wampler3,coef,B5,0.99999999999999378
Wampler3,se,B0,2152.326246781764
Wampler3,se,B1,2363.5517346968177
Wampler3,se,B2,779.34352433158188
Wampler3,se,B3,101.47550755034958
Wampler3,se,B4,5.6456651217075198
Wampler3,se,B5,0.11232485467931219
Wampler3,residual_sd,,2360.1450237927006
Wampler3,r_squared,,0.99999555902581994
Wampler3,F,,675524.45824010856
Wampler4,coef,B0,1.0000000037759709
Wampler4,coef,B1,0.99999999229351666
Wampler4,coef,B2,1.0000000028664613
Wampler4,coef,B3,0.99999999961204133
Wampler4,coef,B4,1.0000000000217828
Wampler4,coef,B5,0.99999999999956857
Wampler4,se,B0,215232.62467817424
Wampler4,se,B1,236355.17346967937
Wampler4,se,B2,77934.352433157401
Wampler4,se,B3,10147.550755034856
Wampler4,se,B4,564.56651217074636
Wampler4,se,B5,11.232485467931106
Wampler4,residual_sd,,236014.50237926768
Wampler4,r_squared,,0.95747844082566214
Wampler4,F,,67.552445824012224
Wampler5,coef,B0,1.000000406713883
Wampler5,coef,B1,0.9999991702183344
Wampler5,coef,B2,1.0000003054507129
Wampler5,coef,B3,0.99999995907259365
Wampler5,coef,B4,1.0000000022801887
Wampler5,coef,B5,0.9999999999550987
Wampler5,se,B0,21523262.467817418
Wampler5,se,B1,23635517.346967936
Wampler5,se,B2,7793435.2433157386
Wampler5,se,B3,1014755.0755034854
Wampler5,se,B4,56456.651217074621
Wampler5,se,B5,1123.2485467931103
Wampler5,residual_sd,,23601450.237926763
Wampler5,r_squared,,0.002246689215749395
Wampler5,F,,0.0067552445824012155
PiDigits,mean,,4.5347999999999997
PiDigits,sd,,2.8673390602887081
PiDigits,acf1,,-0.0035509928723793794
Lottery,mean,,518.95871559633031
Lottery,sd,,291.69972747096909
Lottery,acf1,,-0.12094862296739292
Lew,mean,,-177.435
Lew,sd,,277.33216804431612
Lew,acf1,,-0.30730480060567922
Mavro,mean,,2.0018560000000001
Mavro,sd,,0.0004291234540030854
Mavro,acf1,,0.93798918343826454
Michelso,mean,,299.85239999999999
Michelso,sd,,0.079010547819050661
Michelso,acf1,,0.53519966862126289
NumAcc1,mean,,10000002
NumAcc1,sd,,1
NumAcc1,acf1,,-0.5
NumAcc2,mean,,1.2
NumAcc2,sd,,0.099999999999999978
NumAcc2,acf1,,-0.99899999999999578
NumAcc3,mean,,1000000.2
NumAcc3,sd,,0.1000000000349246
NumAcc3,acf1,,-0.99899999999999534
NumAcc4,mean,,10000000.199999999
NumAcc4,sd,,0.10000000055879354
NumAcc4,acf1,,-0.99900000000000311
SiRstv,ss_between,,0.051146261600009388
SiRstv,ms_between,,0.012786565400002347
SiRstv,ss_within,,0.21663656000002759
SiRstv,ms_within,,0.010831828000001379
SiRstv,F,,1.1804623744026141
SiRstv,r_squared,,0.19099903905112259
SiRstv,residual_sd,,0.10407606833466269
SmLs01,ss_between,,1.6800000000000004
SmLs01,ms_between,,0.21000000000000005
SmLs01,ss_within,,1.8000000000000009
SmLs01,ms_within,,0.010000000000000005
SmLs01,F,,20.999999999999993
SmLs01,r_squared,,0.48275862068965542
SmLs01,residual_sd,,0.10000000000000003
SmLs02,ss_between,,16.080000000000016
SmLs02,ms_between,,2.010000000000002
SmLs02,ss_within,,18.000000000000011
SmLs02,ms_within,,0.010000000000000005
SmLs02,F,,201.00000000000009
SmLs02,r_squared,,0.47183098591549338
SmLs02,residual_sd,,0.10000000000000003
SmLs03,ss_between,,160.08000000000143
SmLs03,ms_between,,20.010000000000179
SmLs03,ss_within,,180.00000000000006
SmLs03,ms_within,,0.010000000000000004
SmLs03,F,,2001.0000000000173
SmLs03,r_squared,,0.47071277346506563
SmLs03,residual_sd,,0.10000000000000002
SmLs04,ss_between,,1.6800000002079849
SmLs04,ms_between,,0.21000000002599811
SmLs04,ss_within,,1.8000000000976688
SmLs04,ms_within,,0.010000000000542604
SmLs04,F,,21.000000001460343
SmLs04,r_squared,,0.48275862055982932
SmLs04,residual_sd,,0.10000000000271302
SmLs05,ss_between,,16.080000001824359
SmLs05,ms_between,,2.0100000002280449
SmLs05,ss_within,,18.000000000930303
SmLs05,ms_within,,0.010000000000516835
SmLs05,F,,201.00000001241611
SmLs05,r_squared,,0.47183098578656718
SmLs05,residual_sd,,0.10000000000258417
SmLs06,ss_between,,160.08000001859028
SmLs06,ms_between,,20.010000002323785
SmLs06,ss_within,,180.00000000931396
SmLs06,ms_within,,0.010000000000517442
SmLs06,F,,2001.0000001288383
SmLs06,r_squared,,0.47071277333616035
SmLs06,residual_sd,,0.10000000000258721
SmLs07,ss_between,,1.6800590043952721
SmLs07,ms_between,,0.21000737554940901
SmLs07,ss_within,,1.8000935453410338
SmLs07,ms_within,,0.010000519696339076
SmLs07,F,,20.999646211015126
SmLs07,r_squared,,0.48262418389853928
SmLs07,residual_sd,,0.10000259844793573
SmLs08,ss_between,,16.081932847872615
SmLs08,ms_between,,2.0102416059840769
SmLs08,ss_within,,18.003846693099185
SmLs08,ms_within,,0.010002137051721769
SmLs08,F,,200.98120987434717
SmLs08,r_squared,,0.47170034334101563
SmLs08,residual_sd,,0.10001068468779607
SmLs09,ss_between,,160.09961376822139
SmLs09,ms_between,,20.012451721027674
SmLs09,ss_within,,180.46126652864749
SmLs09,ms_within,,0.010025625918258193
SmLs09,F,,1996.1299059225767
SmLs09,r_squared,,0.47065555576261947
SmLs09,residual_sd,,0.1001280476103384
AtmWtAg,ss_between,,3.6383418758543037e-09
AtmWtAg,ms_between,,3.6383418758543037e-09
AtmWtAg,ss_within,,1.0495172917168034e-08
AtmWtAg,ms_within,,2.2815593298191379e-10
AtmWtAg,F,,15.946733570775562
AtmWtAg,r_squared,,0.257426544479191
AtmWtAg,residual_sd,,1.5104831445001754e-05

"""#
  package static let importance: StaticString = #"""
dataset,statistic,term,certified
attitude,r_squared,,0.732601992531149
attitude,lmg,complaints,0.370816194319328
attitude,lmg,privileges,0.0509037929715443
attitude,lmg,learning,0.155765990169141
attitude,lmg,raises,0.120345079403627
attitude,lmg,critical,0.00658872254586084
attitude,lmg,advance,0.028182213121647
attitude,last,complaints,0.16867721304998
attitude,last,privileges,0.00336786562081368
attitude,last,learning,0.0420074920543488
attitude,last,raises,0.0015832740059259
attitude,last,critical,0.000792620475084024
attitude,last,advance,0.0172470604916423
attitude,first,complaints,0.681314164108863
attitude,first,privileges,0.181575586984046
attitude,first,learning,0.388974452874352
attitude,first,raises,0.348264033275246
attitude,first,critical,0.0244732081555923
attitude,first,advance,0.0240517457458813
attitude,betasq,complaints,0.449872299833154
attitude,betasq,privileges,0.00539158713358454
attitude,betasq,learning,0.0954008274166866
attitude,betasq,raises,0.00487367555562113
attitude,betasq,critical,0.000973424313042324
attitude,betasq,advance,0.0336592044298979
attitude,pratt,complaints,0.553628368056187
attitude,pratt,privileges,-0.0312886656563721
attitude,pratt,learning,0.192635626632682
attitude,pratt,raises,0.0411986153392998
attitude,pratt,critical,0.00488086220219331
attitude,pratt,advance,-0.028452814042842
attitude,genizi,complaints,0.362760199658131
attitude,genizi,privileges,0.0560022787788537
attitude,genizi,learning,0.163610910750533
attitude,genizi,raises,0.121780399688217
attitude,genizi,critical,0.00825546649643794
attitude,genizi,advance,0.0201927371589758
attitude,car,complaints,0.446706686942996
attitude,car,privileges,0.0223482308116673
attitude,car,learning,0.164463486885207
attitude,car,raises,0.0906565561556463
attitude,car,critical,0.00380224809184252
attitude,car,advance,0.00462478364378986
swiss,r_squared,,0.706735001592726
swiss,lmg,Agriculture,0.0570912207680913
swiss,lmg,Examination,0.171173028900234
swiss,lmg,Education,0.260134678624385
swiss,lmg,Catholic,0.105570150373494
swiss,lmg,Infant.Mortality,0.112765922926522
swiss,last,Agriculture,0.042869607125494
swiss,last,Examination,0.00738741851512431
swiss,last,Education,0.161962693077336
swiss,last,Catholic,0.0623726258274237
swiss,last,Infant.Mortality,0.0569452587324972
swiss,first,Agriculture,0.124664909905748
swiss,first,Examination,0.417164470500591
swiss,first,Education,0.440615646723924
swiss,first,Catholic,0.215003501618544
swiss,first,Infant.Mortality,0.173518927324862
swiss,betasq,Agriculture,0.0979197290413951
swiss,betasq,Examination,0.0271518626232266
swiss,betasq,Education,0.449437205966834
swiss,betasq,Catholic,0.120825779565862
swiss,betasq,Infant.Mortality,0.0630692785915065
swiss,pratt,Agriculture,-0.110485990962387
swiss,pratt,Examination,0.106427404338935
swiss,pratt,Education,0.44500456758203
swiss,pratt,Catholic,0.161176814996607
swiss,pratt,Infant.Mortality,0.104612205637541
swiss,genizi,Agriculture,0.0484168958119007
swiss,genizi,Examination,0.15470824980616
swiss,genizi,Education,0.271964104645999
swiss,genizi,Catholic,0.114680029947562
swiss,genizi,Infant.Mortality,0.116965721381105
swiss,car,Agriculture,0.000567474185338705
swiss,car,Examination,0.151133990848128
swiss,car,Education,0.323268070976666
swiss,car,Catholic,0.115073184178981
swiss,car,Infant.Mortality,0.116692281403614
customer-satisfaction,r_squared,,0.716728904856031
customer-satisfaction,lmg,q2,0.0870956246455152
customer-satisfaction,lmg,q3,0.0703918211008669
customer-satisfaction,lmg,q4,0.161428308258417
customer-satisfaction,lmg,q5,0.0787232987968759
customer-satisfaction,lmg,q6,0.152227225192176
customer-satisfaction,lmg,q7,0.0627629012772171
customer-satisfaction,lmg,q8,0.0503243924760658
customer-satisfaction,lmg,q9,0.0256977382703967
customer-satisfaction,lmg,q10,0.0280775948385006
customer-satisfaction,last,q2,0.00414594821957816
customer-satisfaction,last,q3,0.000870693730686146
customer-satisfaction,last,q4,0.0315658049973984
customer-satisfaction,last,q5,0.00069522647369562
customer-satisfaction,last,q6,0.0423390060690497
customer-satisfaction,last,q7,0.00480739314059498
customer-satisfaction,last,q8,0.000394686147559905
customer-satisfaction,last,q9,0.000435394784367493
customer-satisfaction,last,q10,0.000483617161579918
customer-satisfaction,first,q2,0.421704910210979
customer-satisfaction,first,q3,0.376731566487006
customer-satisfaction,first,q4,0.600676816040239
customer-satisfaction,first,q5,0.425495853618409
customer-satisfaction,first,q6,0.55026253852353
customer-satisfaction,first,q7,0.347931920905632
customer-satisfaction,first,q8,0.318161160597468
customer-satisfaction,first,q9,0.196815009373436
customer-satisfaction,first,q10,0.204596454874225
customer-satisfaction,betasq,q2,0.0133819285832813
customer-satisfaction,betasq,q3,0.00250391986004856
customer-satisfaction,betasq,q4,0.111823642051078
customer-satisfaction,betasq,q5,0.00169799985670113
customer-satisfaction,betasq,q6,0.10866648799862
customer-satisfaction,betasq,q7,0.0112661551251019
customer-satisfaction,betasq,q8,0.000918889488994098
customer-satisfaction,betasq,q9,0.00116946352267386
customer-satisfaction,betasq,q10,0.00121665418598503
customer-satisfaction,pratt,q2,0.0751214016886159
customer-satisfaction,pratt,q3,0.0307132813491821
customer-satisfaction,pratt,q4,0.259171505504107
customer-satisfaction,pratt,q5,0.0268792094093369
customer-satisfaction,pratt,q6,0.244530361179461
customer-satisfaction,pratt,q7,0.0626087453467767
customer-satisfaction,pratt,q8,0.0170983901663045
customer-satisfaction,pratt,q9,-0.0151712878219664
customer-satisfaction,pratt,q10,0.0157772980342143
customer-satisfaction,genizi,q2,0.0914195278650734
customer-satisfaction,genizi,q3,0.0741815175759134
customer-satisfaction,genizi,q4,0.148898251910831
customer-satisfaction,genizi,q5,0.0788268961840329
customer-satisfaction,genizi,q6,0.152314162648381
customer-satisfaction,genizi,q7,0.0648323239421835
customer-satisfaction,genizi,q8,0.0510699087957979
customer-satisfaction,genizi,q9,0.0253888207064985
customer-satisfaction,genizi,q10,0.0297974952273192
customer-satisfaction,car,q2,0.0844902582194164
customer-satisfaction,car,q3,0.0597747234563609
customer-satisfaction,car,q4,0.187558812223371
customer-satisfaction,car,q5,0.0666186096885751
customer-satisfaction,car,q6,0.181711107303056
customer-satisfaction,car,q7,0.0613797945408187
customer-satisfaction,car,q8,0.0402991355788665
customer-satisfaction,car,q9,0.0132302551948923
customer-satisfaction,car,q10,0.0216662086506746
swiss grouped weighted,r_squared,,0.740062665033214
swiss grouped weighted,lmg,G1,0.499537512505472
swiss grouped weighted,lmg,Agriculture,0.076368586240467
swiss grouped weighted,lmg,Catholic,0.0561428604363813
swiss grouped weighted,lmg,Infant.Mortality,0.108013705850893
swiss grouped weighted,last,G1,0.392241818778298
swiss grouped weighted,last,Agriculture,0.0215352789636607
swiss grouped weighted,last,Catholic,0.0177643409773553
swiss grouped weighted,last,Infant.Mortality,0.0382781693236459
swiss grouped weighted,first,G1,0.630791932239258
swiss grouped weighted,first,Agriculture,0.149772039913446
swiss grouped weighted,first,Catholic,0.136308214940979
swiss grouped weighted,first,Infant.Mortality,0.169077595393613
swiss always,r_squared,,0.706735001592726
swiss always,r_squared_decomposed,,0.266119354868802
swiss always,lmg,Agriculture,0.0343275794195904
swiss always,lmg,Examination,0.0388469579367389
swiss always,lmg,Catholic,0.101658543144837
swiss always,lmg,Infant.Mortality,0.0912862743676358
swiss always,last,Agriculture,0.042869607125494
swiss always,last,Examination,0.00738741851512436
swiss always,last,Catholic,0.0623726258274238
swiss always,last,Infant.Mortality,0.0569452587324973
swiss always,first,Agriculture,0.00863277519944217
swiss always,first,Examination,0.0648688719133988
swiss always,first,Catholic,0.13389147592873
swiss always,first,Infant.Mortality,0.124164361546126

"""#
  package static let factors: StaticString = #"""
dataset,statistic,term,certified
attitude,kmo,,0.763275432158762
attitude,bartlett,,98.7527786621811
attitude,chi_squared,,5.66687974812995
attitude,rmsea,,0
attitude,uniqueness_minres,rating,0.22011513323322
attitude,uniqueness_minres,complaints,0.115007458217335
attitude,uniqueness_minres,privileges,0.651717007584046
attitude,uniqueness_minres,learning,0.401731375129835
attitude,uniqueness_minres,raises,0.294617389196691
attitude,uniqueness_minres,critical,0.89118434582071
attitude,uniqueness_minres,advance,0.0930521388473122
attitude,uniqueness_ml,rating,0.209727715218091
attitude,uniqueness_ml,complaints,0.132335515597607
attitude,uniqueness_ml,privileges,0.641015205627449
attitude,uniqueness_ml,learning,0.396383435517378
attitude,uniqueness_ml,raises,0.317739614199135
attitude,uniqueness_ml,critical,0.896856326940969
attitude,uniqueness_ml,advance,0.0366159395616006
attitude,loading,rating F1,0.914269735996896
attitude,loading,complaints F1,0.957853930239989
attitude,loading,privileges F1,0.487394828678448
attitude,loading,learning F1,0.578451776773498
attitude,loading,learning F2,0.352113019922891
attitude,loading,raises F1,0.567953201124659
attitude,loading,raises F2,0.453898720789634
attitude,loading,advance F2,0.965971701684993
attitude,factor_correlation,F1 F2,0.342886666187171
cahps,kmo,,0.945778029893586
cahps,bartlett,,253032.493676545
cahps,chi_squared,,664.205336145303
cahps,rmsea,,0.0187343128456134
cahps,uniqueness_minres,phone,0.516220055992408
cahps,uniqueness_minres,routine,0.591424831303784
cahps,uniqueness_minres,illness,0.615677161966058
cahps,uniqueness_minres,listen,0.259519967893433
cahps,uniqueness_minres,explain,0.453733206913028
cahps,uniqueness_minres,respect,0.200011902527428
cahps,uniqueness_minres,time,0.330200530833395
cahps,uniqueness_minres,courtesy,0.363239766184649
cahps,uniqueness_minres,helpful,0.136623661544061
cahps,uniqueness_minres,happy,0.639183539067988
cahps,uniqueness_minres,referral,0.673257781603315
cahps,uniqueness_minres,necessary,0.348031214790072
cahps,uniqueness_minres,delay,0.462609337844286
cahps,uniqueness_minres,problem,0.706379712793855
cahps,uniqueness_minres,help,0.615505653868554
cahps,uniqueness_minres,paperwork,0.703801269754724
cahps,uniqueness_ml,phone,0.518585293304715
cahps,uniqueness_ml,routine,0.584199282769592
cahps,uniqueness_ml,illness,0.619610491606934
cahps,uniqueness_ml,listen,0.256947228711707
cahps,uniqueness_ml,explain,0.454063092518811
cahps,uniqueness_ml,respect,0.199536920837798
cahps,uniqueness_ml,time,0.334057411030524
cahps,uniqueness_ml,courtesy,0.406040398252917
cahps,uniqueness_ml,helpful,0.005
cahps,uniqueness_ml,happy,0.639997970823515
cahps,uniqueness_ml,referral,0.675953996022218
cahps,uniqueness_ml,necessary,0.343988656195955
cahps,uniqueness_ml,delay,0.463552170374464
cahps,uniqueness_ml,problem,0.707118000839917
cahps,uniqueness_ml,help,0.61513948709975
cahps,uniqueness_ml,paperwork,0.703347449652076
cahps,loading,phone F4,0.534889306419238
cahps,loading,routine F4,0.623383667987982
cahps,loading,illness F4,0.509740972544297
cahps,loading,listen F1,0.737579228065415
cahps,loading,explain F1,0.762911834613006
cahps,loading,respect F1,0.919022805707455
cahps,loading,time F1,0.733622453809932
cahps,loading,courtesy F2,0.663219281232878
cahps,loading,helpful F2,0.946977210413216
cahps,loading,referral F3,0.440762837318598
cahps,loading,necessary F3,0.763368566498759
cahps,loading,delay F3,0.625205387015577
cahps,loading,problem F5,0.419332808768703
cahps,loading,help F5,0.533127034430879
cahps,loading,paperwork F5,0.453062366254272
cahps,factor_correlation,F1 F2,0.779915175309184
cahps,factor_correlation,F1 F3,0.56945487155558
cahps,factor_correlation,F2 F3,0.526353600420771
cahps,factor_correlation,F1 F4,0.735425545111061
cahps,factor_correlation,F2 F4,0.712796997019954
cahps,factor_correlation,F3 F4,0.632629778098244
cahps,factor_correlation,F1 F5,0.43251686587405
cahps,factor_correlation,F2 F5,0.388576507046772
cahps,factor_correlation,F3 F5,0.607901050454763
cahps,factor_correlation,F4 F5,0.470846984564991
webshop,kmo,,0.889026399037064
webshop,bartlett,,2505.06630765849
webshop,chi_squared,,34.4849149635824
webshop,rmsea,,0.0100108430233197
webshop,uniqueness_minres,pq1,0.373548712754455
webshop,uniqueness_minres,pq2,0.44800158809582
webshop,uniqueness_minres,pq3,0.425707064919395
webshop,uniqueness_minres,pq4,0.458000146150021
webshop,uniqueness_minres,pe1,0.347447532377814
webshop,uniqueness_minres,pe2,0.346146957799565
webshop,uniqueness_minres,pe3,0.37272940801507
webshop,uniqueness_minres,pe4,0.40308254233038
webshop,uniqueness_minres,sc1,0.372097756620524
webshop,uniqueness_minres,sc2,0.394124643839876
webshop,uniqueness_minres,sc3,0.504562388187198
webshop,uniqueness_minres,sc4,0.418456046521782
webshop,uniqueness_ml,pq1,0.373532354527305
webshop,uniqueness_ml,pq2,0.447417206569045
webshop,uniqueness_ml,pq3,0.425782598548836
webshop,uniqueness_ml,pq4,0.458529614734784
webshop,uniqueness_ml,pe1,0.346393417475316
webshop,uniqueness_ml,pe2,0.346377365330806
webshop,uniqueness_ml,pe3,0.373879800826716
webshop,uniqueness_ml,pe4,0.403199546179032
webshop,uniqueness_ml,sc1,0.376607280380233
webshop,uniqueness_ml,sc2,0.39367903054042
webshop,uniqueness_ml,sc3,0.503307078883292
webshop,uniqueness_ml,sc4,0.415155724541345
webshop,loading,pq1 F3,0.79740149703681
webshop,loading,pq2 F3,0.747250081226027
webshop,loading,pq3 F3,0.745709090128825
webshop,loading,pq4 F3,0.71890875509253
webshop,loading,pe1 F1,0.801194674769654
webshop,loading,pe2 F1,0.804980865981695
webshop,loading,pe3 F1,0.763144032677502
webshop,loading,pe4 F1,0.79355424172958
webshop,loading,sc1 F2,0.797827148210017
webshop,loading,sc2 F2,0.771250538262396
webshop,loading,sc3 F2,0.698945956215805
webshop,loading,sc4 F2,0.757151932361297
webshop,factor_correlation,F1 F2,0.465009901579455
webshop,factor_correlation,F1 F3,0.554613364577383
webshop,factor_correlation,F2 F3,0.406659505846196

"""#
  package static let structural: StaticString = #"""
dataset,statistic,term,certified
holzinger-swineford,chi_squared,,85.3055217699727
holzinger-swineford,p_value,,8.50255321704907e-09
holzinger-swineford,cfi,,0.930559651799336
holzinger-swineford,tli,,0.895839477699004
holzinger-swineford,rmsea,,0.0921214845101686
holzinger-swineford,rmsea_low,,0.0714184904399382
holzinger-swineford,rmsea_high,,0.113678016811963
holzinger-swineford,srmr,,0.0652050571843865
holzinger-swineford,log_lik,,-3737.7449266262
holzinger-swineford,aic,,7517.48985325239
holzinger-swineford,bic,,7595.33916881212
holzinger-swineford,estimate,visual =~ x2,0.553500293763662
holzinger-swineford,std_error,visual =~ x2,0.0996651187683111
holzinger-swineford,std_all,visual =~ x2,0.423600991987846
holzinger-swineford,estimate,visual =~ x3,0.729370209767045
holzinger-swineford,std_error,visual =~ x3,0.109109703120018
holzinger-swineford,std_all,visual =~ x3,0.581132323928107
holzinger-swineford,estimate,textual =~ x5,1.11307657811851
holzinger-swineford,std_error,textual =~ x5,0.065420108609566
holzinger-swineford,std_all,textual =~ x5,0.855065446372579
holzinger-swineford,estimate,textual =~ x6,0.926146236632328
holzinger-swineford,std_error,textual =~ x6,0.0554488562419874
holzinger-swineford,std_all,textual =~ x6,0.838010073941927
holzinger-swineford,estimate,speed =~ x8,1.17995083947085
holzinger-swineford,std_error,speed =~ x8,0.164986572020982
holzinger-swineford,std_all,speed =~ x8,0.723044432769852
holzinger-swineford,estimate,speed =~ x9,1.08153015685908
holzinger-swineford,std_error,speed =~ x9,0.151167438085725
holzinger-swineford,std_all,speed =~ x9,0.665009218815764
holzinger-swineford,estimate,x1 ~~ x1,0.549053973199019
holzinger-swineford,std_error,x1 ~~ x1,0.11360092326415
holzinger-swineford,std_all,x1 ~~ x1,0.404200616676674
holzinger-swineford,estimate,x2 ~~ x2,1.13383901648387
holzinger-swineford,std_error,x2 ~~ x2,0.101723370956
holzinger-swineford,std_all,x2 ~~ x2,0.820562199586913
holzinger-swineford,estimate,x3 ~~ x3,0.844324045708499
holzinger-swineford,std_error,x3 ~~ x3,0.0906231835368079
holzinger-swineford,std_all,x3 ~~ x3,0.662285222085917
holzinger-swineford,estimate,x4 ~~ x4,0.371172992836844
holzinger-swineford,std_error,x4 ~~ x4,0.0477177909891553
holzinger-swineford,std_all,x4 ~~ x4,0.274807718530007
holzinger-swineford,estimate,x5 ~~ x5,0.446255070260067
holzinger-swineford,std_error,x5 ~~ x5,0.0583927754760264
holzinger-swineford,std_all,x5 ~~ x5,0.268863082419662
holzinger-swineford,estimate,x6 ~~ x6,0.356202664278948
holzinger-swineford,std_error,x6 ~~ x6,0.0430349678663536
holzinger-swineford,std_all,x6 ~~ x6,0.297739115971847
holzinger-swineford,estimate,x7 ~~ x7,0.799391638325101
holzinger-swineford,std_error,x7 ~~ x7,0.0813815590555714
holzinger-swineford,std_all,x7 ~~ x7,0.675653024720327
holzinger-swineford,estimate,x8 ~~ x8,0.487697083769164
holzinger-swineford,std_error,x8 ~~ x8,0.0741940912520305
holzinger-swineford,std_all,x8 ~~ x8,0.477206748240523
holzinger-swineford,estimate,x9 ~~ x9,0.566131293573694
holzinger-swineford,std_error,x9 ~~ x9,0.0707369371033875
holzinger-swineford,std_all,x9 ~~ x9,0.557762738890048
holzinger-swineford,estimate,visual ~~ visual,0.809315981090822
holzinger-swineford,std_error,visual ~~ visual,0.145462407414288
holzinger-swineford,std_all,visual ~~ visual,1
holzinger-swineford,estimate,textual ~~ textual,0.97949137285969
holzinger-swineford,std_error,textual ~~ textual,0.112105849301359
holzinger-swineford,std_all,textual ~~ textual,1
holzinger-swineford,estimate,speed ~~ speed,0.383747649264106
holzinger-swineford,std_error,speed ~~ speed,0.0862091944288757
holzinger-swineford,std_all,speed ~~ speed,1
holzinger-swineford,estimate,visual ~~ textual,0.408232442095546
holzinger-swineford,std_error,visual ~~ textual,0.0735238821959154
holzinger-swineford,std_all,visual ~~ textual,0.458509300355974
holzinger-swineford,estimate,visual ~~ speed,0.26222460204864
holzinger-swineford,std_error,visual ~~ speed,0.0562763994994703
holzinger-swineford,std_all,visual ~~ speed,0.470534544464428
holzinger-swineford,estimate,textual ~~ speed,0.173494684580679
holzinger-swineford,std_error,textual ~~ speed,0.0493146604470061
holzinger-swineford,std_all,textual ~~ speed,0.282984730415918
holzinger-swineford MLR,chi_squared,,85.3055217699727
holzinger-swineford MLR,p_value,,8.50255321704907e-09
holzinger-swineford MLR,cfi,,0.930559651799336
holzinger-swineford MLR,tli,,0.895839477699004
holzinger-swineford MLR,rmsea,,0.0921214845101686
holzinger-swineford MLR,rmsea_low,,0.0714184904399382
holzinger-swineford MLR,rmsea_high,,0.113678016811963
holzinger-swineford MLR,srmr,,0.0652050571843865
holzinger-swineford MLR,log_lik,,-3737.7449266262
holzinger-swineford MLR,aic,,7517.48985325239
holzinger-swineford MLR,bic,,7595.33916881212
holzinger-swineford MLR,chi_squared_robust,,87.1316033640956
holzinger-swineford MLR,scaling,,0.979042258794525
holzinger-swineford MLR,cfi_robust,,0.929863935696942
holzinger-swineford MLR,rmsea_robust,,0.0924986213710859
holzinger-swineford MLR,estimate,visual =~ x2,0.553500293763662
holzinger-swineford MLR,std_error,visual =~ x2,0.132077906447465
holzinger-swineford MLR,std_all,visual =~ x2,0.423600991987846
holzinger-swineford MLR,estimate,visual =~ x3,0.729370209767045
holzinger-swineford MLR,std_error,visual =~ x3,0.141087031021154
holzinger-swineford MLR,std_all,visual =~ x3,0.581132323928107
holzinger-swineford MLR,estimate,textual =~ x5,1.11307657811851
holzinger-swineford MLR,std_error,textual =~ x5,0.0656855915876147
holzinger-swineford MLR,std_all,textual =~ x5,0.855065446372579
holzinger-swineford MLR,estimate,textual =~ x6,0.926146236632328
holzinger-swineford MLR,std_error,textual =~ x6,0.0613780043941693
holzinger-swineford MLR,std_all,textual =~ x6,0.838010073941927
holzinger-swineford MLR,estimate,speed =~ x8,1.17995083947085
holzinger-swineford MLR,std_error,speed =~ x8,0.130444739909679
holzinger-swineford MLR,std_all,speed =~ x8,0.723044432769852
holzinger-swineford MLR,estimate,speed =~ x9,1.08153015685908
holzinger-swineford MLR,std_error,speed =~ x9,0.266375896578242
holzinger-swineford MLR,std_all,speed =~ x9,0.665009218815764
holzinger-swineford MLR,estimate,x1 ~~ x1,0.549053973199019
holzinger-swineford MLR,std_error,x1 ~~ x1,0.156468190925014
holzinger-swineford MLR,std_all,x1 ~~ x1,0.404200616676674
holzinger-swineford MLR,estimate,x2 ~~ x2,1.13383901648387
holzinger-swineford MLR,std_error,x2 ~~ x2,0.111878744642718
holzinger-swineford MLR,std_all,x2 ~~ x2,0.820562199586913
holzinger-swineford MLR,estimate,x3 ~~ x3,0.844324045708499
holzinger-swineford MLR,std_error,x3 ~~ x3,0.100285829015772
holzinger-swineford MLR,std_all,x3 ~~ x3,0.662285222085917
holzinger-swineford MLR,estimate,x4 ~~ x4,0.371172992836844
holzinger-swineford MLR,std_error,x4 ~~ x4,0.0502818520925331
holzinger-swineford MLR,std_all,x4 ~~ x4,0.274807718530007
holzinger-swineford MLR,estimate,x5 ~~ x5,0.446255070260067
holzinger-swineford MLR,std_error,x5 ~~ x5,0.0567036314295708
holzinger-swineford MLR,std_all,x5 ~~ x5,0.268863082419662
holzinger-swineford MLR,estimate,x6 ~~ x6,0.356202664278948
holzinger-swineford MLR,std_error,x6 ~~ x6,0.0465165308030367
holzinger-swineford MLR,std_all,x6 ~~ x6,0.297739115971847
holzinger-swineford MLR,estimate,x7 ~~ x7,0.799391638325101
holzinger-swineford MLR,std_error,x7 ~~ x7,0.097222095795488
holzinger-swineford MLR,std_all,x7 ~~ x7,0.675653024720327
holzinger-swineford MLR,estimate,x8 ~~ x8,0.487697083769164
holzinger-swineford MLR,std_error,x8 ~~ x8,0.119533083799664
holzinger-swineford MLR,std_all,x8 ~~ x8,0.477206748240523
holzinger-swineford MLR,estimate,x9 ~~ x9,0.566131293573694
holzinger-swineford MLR,std_error,x9 ~~ x9,0.118739163762848
holzinger-swineford MLR,std_all,x9 ~~ x9,0.557762738890048
holzinger-swineford MLR,estimate,visual ~~ visual,0.809315981090822
holzinger-swineford MLR,std_error,visual ~~ visual,0.180396267164264
holzinger-swineford MLR,std_all,visual ~~ visual,1
holzinger-swineford MLR,estimate,textual ~~ textual,0.97949137285969
holzinger-swineford MLR,std_error,textual ~~ textual,0.121297599507085
holzinger-swineford MLR,std_all,textual ~~ textual,1
holzinger-swineford MLR,estimate,speed ~~ speed,0.383747649264106
holzinger-swineford MLR,std_error,speed ~~ speed,0.106704870100698
holzinger-swineford MLR,std_all,speed ~~ speed,1
holzinger-swineford MLR,estimate,visual ~~ textual,0.408232442095546
holzinger-swineford MLR,std_error,visual ~~ textual,0.0993173460377235
holzinger-swineford MLR,std_all,visual ~~ textual,0.458509300355974
holzinger-swineford MLR,estimate,visual ~~ speed,0.26222460204864
holzinger-swineford MLR,std_error,visual ~~ speed,0.0600596390424129
holzinger-swineford MLR,std_all,visual ~~ speed,0.470534544464428
holzinger-swineford MLR,estimate,textual ~~ speed,0.173494684580679
holzinger-swineford MLR,std_error,textual ~~ speed,0.0563065758868076
holzinger-swineford MLR,std_all,textual ~~ speed,0.282984730415918
political-democracy,chi_squared,,38.1252182280584
political-democracy,p_value,,0.32918035322505
political-democracy,cfi,,0.995374529221943
political-democracy,tli,,0.992731403063053
political-democracy,rmsea,,0.0345044826794233
political-democracy,rmsea_low,,0
political-democracy,rmsea_high,,0.092232675692351
political-democracy,srmr,,0.0444175458015629
political-democracy,log_lik,,-1547.79094340271
political-democracy,aic,,3157.58188680541
political-democracy,bic,,3229.42401832504
political-democracy,estimate,ind60 =~ x2,2.18036773093799
political-democracy,std_error,ind60 =~ x2,0.13850927581342
political-democracy,std_all,ind60 =~ x2,0.973032560114697
political-democracy,estimate,ind60 =~ x3,1.81851130390037
political-democracy,std_error,ind60 =~ x3,0.151958123393727
political-democracy,std_all,ind60 =~ x3,0.872138559381002
political-democracy,estimate,dem60 =~ y2,1.25674649791291
political-democracy,std_error,dem60 =~ y2,0.182439625083042
political-democracy,std_all,dem60 =~ y2,0.717122067430804
political-democracy,estimate,dem60 =~ y3,1.05771677041185
political-democracy,std_error,dem60 =~ y3,0.151383167907233
political-democracy,std_all,dem60 =~ y3,0.722349627086295
political-democracy,estimate,dem60 =~ y4,1.26478653624678
political-democracy,std_error,dem60 =~ y4,0.145006216512974
political-democracy,std_all,dem60 =~ y4,0.845709514434871
political-democracy,estimate,dem65 =~ y6,1.18569629880997
political-democracy,std_error,dem65 =~ y6,0.168810424671379
political-democracy,std_all,dem65 =~ y6,0.74600706249351
political-democracy,estimate,dem65 =~ y7,1.27951217694957
political-democracy,std_error,dem65 =~ y7,0.159901625501362
political-democracy,std_all,dem65 =~ y7,0.823673431473327
political-democracy,estimate,dem65 =~ y8,1.26594698075209
political-democracy,std_error,dem65 =~ y8,0.158111128469257
political-democracy,std_all,dem65 =~ y8,0.827841272969094
political-democracy,estimate,dem60 ~ ind60,1.48300054022543
political-democracy,std_error,dem60 ~ ind60,0.399148608668019
political-democracy,std_all,dem60 ~ ind60,0.446712980777841
political-democracy,estimate,dem65 ~ ind60,0.57233619475932
political-democracy,std_error,dem65 ~ ind60,0.221313792034602
political-democracy,std_all,dem65 ~ ind60,0.182259326140542
political-democracy,estimate,dem65 ~ dem60,0.837344811202947
political-democracy,std_error,dem65 ~ dem60,0.0983509576681466
political-democracy,std_all,dem65 ~ dem60,0.885228970878764
political-democracy,estimate,y1 ~~ y5,0.623671074030223
political-democracy,std_error,y1 ~~ y5,0.35832022743272
political-democracy,std_all,y1 ~~ y5,0.295760952931382
political-democracy,estimate,y2 ~~ y4,1.31311257673291
political-democracy,std_error,y2 ~~ y4,0.701983268421086
political-democracy,std_all,y2 ~~ y4,0.272566778371843
political-democracy,estimate,y2 ~~ y6,2.15286126610352
political-democracy,std_error,y2 ~~ y6,0.733775932984817
political-democracy,std_all,y2 ~~ y6,0.356222388545155
political-democracy,estimate,y3 ~~ y7,0.794960276374888
political-democracy,std_error,y3 ~~ y7,0.60769804745694
political-democracy,std_all,y3 ~~ y7,0.190640930938034
political-democracy,estimate,y4 ~~ y8,0.348226039083801
political-democracy,std_error,y4 ~~ y8,0.442240063458797
political-democracy,std_all,y4 ~~ y8,0.108801780072636
political-democracy,estimate,y6 ~~ y8,1.35616712069039
political-democracy,std_error,y6 ~~ y8,0.568286088953424
political-democracy,std_all,y6 ~~ y8,0.337770857202812
political-democracy,estimate,x1 ~~ x1,0.0815493454004798
political-democracy,std_error,x1 ~~ x1,0.0194897389908494
political-democracy,std_all,x1 ~~ x1,0.153870609839715
political-democracy,estimate,x2 ~~ x2,0.119806478198423
political-democracy,std_error,x2 ~~ x2,0.069720640464265
political-democracy,std_all,x2 ~~ x2,0.0532076369566382
political-democracy,estimate,x3 ~~ x3,0.466702578156235
political-democracy,std_error,x3 ~~ x3,0.0901564950492948
political-democracy,std_all,x3 ~~ x3,0.239374333240831
political-democracy,estimate,y1 ~~ y1,1.89139551968812
political-democracy,std_error,y1 ~~ y1,0.444423793047537
political-democracy,std_all,y1 ~~ y1,0.276775861271349
political-democracy,estimate,y2 ~~ y2,7.37286854022783
political-democracy,std_error,y2 ~~ y2,1.37389267218399
political-democracy,std_all,y2 ~~ y2,0.485735940403769
political-democracy,estimate,y3 ~~ y3,5.06746209955855
political-democracy,std_error,y3 ~~ y3,0.951727082521065
political-democracy,std_all,y3 ~~ y3,0.478211016248291
political-democracy,estimate,y4 ~~ y4,3.1479047972895
political-democracy,std_error,y4 ~~ y4,0.738784120582109
political-democracy,std_all,y4 ~~ y4,0.284775417194335
political-democracy,estimate,y5 ~~ y5,2.350970469996
political-democracy,std_error,y5 ~~ y5,0.480238605529475
political-democracy,std_all,y5 ~~ y5,0.347107692300615
political-democracy,estimate,y6 ~~ y6,4.95396775008949
political-democracy,std_error,y6 ~~ y6,0.914246760415897
political-democracy,std_all,y6 ~~ y6,0.443473462709804
political-democracy,estimate,y7 ~~ y7,3.43137392075022
political-democracy,std_error,y7 ~~ y7,0.71284340476721
political-democracy,std_all,y7 ~~ y7,0.321562078284955
political-democracy,estimate,y8 ~~ y8,3.25408501484355
political-democracy,std_error,y8 ~~ y8,0.694604197223161
political-democracy,std_all,y8 ~~ y8,0.31467882676891
political-democracy,estimate,ind60 ~~ ind60,0.448437150951413
political-democracy,std_error,ind60 ~~ ind60,0.0866917092640791
political-democracy,std_all,ind60 ~~ ind60,1
political-democracy,estimate,dem60 ~~ dem60,3.95603310783351
political-democracy,std_error,dem60 ~~ dem60,0.9211847060599
political-democracy,std_all,dem60 ~~ dem60,0.800447512804577
political-democracy,estimate,dem65 ~~ dem65,0.172481325461863
political-democracy,std_error,dem65 ~~ dem65,0.21480459198585
political-democracy,std_all,dem65 ~~ dem65,0.039004758496744
ecsi,chi_squared,,575.571282023913
ecsi,cfi,,0.87654361096309
ecsi,tli,,0.858614259858145
ecsi,rmsea,,0.0745187917511304
ecsi,rmsea_low,,0.0667212817244962
ecsi,rmsea_high,,0.0823550387027784
ecsi,srmr,,0.0564018818857354
ecsi,log_lik,,-10948.2598488326
ecsi,aic,,22014.5196976652
ecsi,bic,,22222.285891819
ecsi,estimate,image =~ IMAG2,0.786877983868478
ecsi,std_error,image =~ IMAG2,0.108963477892369
ecsi,std_all,image =~ IMAG2,0.501893262154439
ecsi,estimate,image =~ IMAG3,0.836775070303681
ecsi,std_error,image =~ IMAG3,0.135346248826044
ecsi,std_all,image =~ IMAG3,0.422430874748419
ecsi,estimate,image =~ IMAG4,1.1174473552191
ecsi,std_error,image =~ IMAG4,0.123580684219921
ecsi,std_all,image =~ IMAG4,0.652991079577773
ecsi,estimate,image =~ IMAG5,0.884379582148202
ecsi,std_error,image =~ IMAG5,0.103319262658622
ecsi,std_all,image =~ IMAG5,0.611185143413537
ecsi,estimate,expectation =~ CUEX2,0.985206948510902
ecsi,std_error,expectation =~ CUEX2,0.193602101169284
ecsi,std_all,expectation =~ CUEX2,0.404306206017861
ecsi,estimate,expectation =~ CUEX3,1.08896246122429
ecsi,std_error,expectation =~ CUEX3,0.222982551850423
ecsi,std_all,expectation =~ CUEX3,0.380980160029614
ecsi,estimate,quality =~ PERQ2,0.96522754594948
ecsi,std_error,quality =~ PERQ2,0.107826288106276
ecsi,std_all,quality =~ PERQ2,0.56019915284462
ecsi,estimate,quality =~ PERQ3,1.25584002850605
ecsi,std_error,quality =~ PERQ3,0.0994708239460358
ecsi,std_all,quality =~ PERQ3,0.756679271092055
ecsi,estimate,quality =~ PERQ4,1.04214013683248
ecsi,std_error,quality =~ PERQ4,0.0916065531164176
ecsi,std_all,quality =~ PERQ4,0.692651403988646
ecsi,estimate,quality =~ PERQ5,0.931197172454149
ecsi,std_error,quality =~ PERQ5,0.080402878637622
ecsi,std_all,quality =~ PERQ5,0.703375692494438
ecsi,estimate,quality =~ PERQ6,1.05442393907923
ecsi,std_error,quality =~ PERQ6,0.090024936784593
ecsi,std_all,quality =~ PERQ6,0.710172287892546
ecsi,estimate,quality =~ PERQ7,1.27210309669678
ecsi,std_error,quality =~ PERQ7,0.100640973136853
ecsi,std_all,quality =~ PERQ7,0.757421330499156
ecsi,estimate,value =~ PERV2,1.0757436678486
ecsi,std_error,value =~ PERV2,0.0944719123556758
ecsi,std_all,value =~ PERV2,0.94473475868481
ecsi,estimate,satisfaction =~ CUSA2,1.4704381879474
ecsi,std_error,satisfaction =~ CUSA2,0.136333439440463
ecsi,std_all,satisfaction =~ CUSA2,0.716796052126749
ecsi,estimate,satisfaction =~ CUSA3,1.61256013653309
ecsi,std_error,satisfaction =~ CUSA3,0.135531218814306
ecsi,std_all,satisfaction =~ CUSA3,0.794249033428003
ecsi,estimate,loyalty =~ CUSL2,0.219424095457074
ecsi,std_error,loyalty =~ CUSL2,0.119364281161998
ecsi,std_all,loyalty =~ CUSL2,0.127131719521983
ecsi,estimate,loyalty =~ CUSL3,1.17437292176203
ecsi,std_error,loyalty =~ CUSL3,0.129223918824636
ecsi,std_all,loyalty =~ CUSL3,0.871109509493157
ecsi,estimate,expectation ~ image,0.675345526757731
ecsi,std_error,expectation ~ image,0.105947348475487
ecsi,std_all,expectation ~ image,0.987934909840479
ecsi,estimate,quality ~ expectation,1.48436208442163
ecsi,std_error,quality ~ expectation,0.213710332159611
ecsi,std_all,quality ~ expectation,0.994798365753703
ecsi,estimate,value ~ expectation,4.82096490379356
ecsi,std_error,value ~ expectation,23.7288914681044
ecsi,std_all,value ~ expectation,2.1919873112193
ecsi,estimate,value ~ quality,-2.21948488350796
ecsi,std_error,value ~ quality,15.8742692563658
ecsi,std_all,value ~ quality,-1.50577834366497
ecsi,estimate,satisfaction ~ image,1.10306742507285
ecsi,std_error,satisfaction ~ image,1.32337026336816
ecsi,std_all,satisfaction ~ image,1.37964634877776
ecsi,estimate,satisfaction ~ expectation,0.816618724162792
ecsi,std_error,satisfaction ~ expectation,9.85654136376371
ecsi,std_all,satisfaction ~ expectation,0.698204664012605
ecsi,estimate,satisfaction ~ quality,-0.898623976870829
ecsi,std_error,satisfaction ~ quality,5.5070881330049
ecsi,std_all,satisfaction ~ quality,-1.14642646600992
ecsi,estimate,satisfaction ~ value,0.029539925333113
ecsi,std_error,satisfaction ~ value,0.159282662791104
ecsi,std_all,satisfaction ~ value,0.0555480399620631
ecsi,estimate,complaints ~ satisfaction,1.56465883602929
ecsi,std_error,complaints ~ satisfaction,0.176992797638133
ecsi,std_all,complaints ~ satisfaction,0.592016533061345
ecsi,estimate,loyalty ~ image,-3.74474269389543
ecsi,std_error,loyalty ~ image,2.4115973968668
ecsi,std_all,loyalty ~ image,-2.45009450047612
ecsi,estimate,loyalty ~ satisfaction,6.2504510683817
ecsi,std_error,loyalty ~ satisfaction,3.09542410425146
ecsi,std_all,loyalty ~ satisfaction,3.26968937932791
ecsi,estimate,loyalty ~ complaints,-0.0102836072319169
ecsi,std_error,loyalty ~ complaints,0.0500471622149793
ecsi,std_all,loyalty ~ complaints,-0.0142176048502519
ecsi,estimate,IMAG1 ~~ IMAG1,1.72480620917023
ecsi,std_error,IMAG1 ~~ IMAG1,0.162945930363468
ecsi,std_all,IMAG1 ~~ IMAG1,0.599223947043578
ecsi,estimate,IMAG2 ~~ IMAG2,2.12132130179231
ecsi,std_error,IMAG2 ~~ IMAG2,0.194602688831356
ecsi,std_all,IMAG2 ~~ IMAG2,0.748103153403975
ecsi,estimate,IMAG3 ~~ IMAG3,3.71872625852473
ecsi,std_error,IMAG3 ~~ IMAG3,0.337926094912507
ecsi,std_all,IMAG3 ~~ IMAG3,0.821552156059286
ecsi,estimate,IMAG4 ~~ IMAG4,1.93777659395088
ecsi,std_error,IMAG4 ~~ IMAG4,0.184397820525718
ecsi,std_all,IMAG4 ~~ IMAG4,0.573602649991855
ecsi,estimate,IMAG5 ~~ IMAG5,1.51311886615934
ecsi,std_error,IMAG5 ~~ IMAG5,0.141976126408361
ecsi,std_all,IMAG5 ~~ IMAG5,0.626452720470575
ecsi,estimate,CUEX1 ~~ CUEX1,2.08052610543737
ecsi,std_error,CUEX1 ~~ CUEX1,0.189996356889117
ecsi,std_all,CUEX1 ~~ CUEX1,0.794215187600159
ecsi,estimate,CUEX2 ~~ CUEX2,2.67773323329738
ecsi,std_error,CUEX2 ~~ CUEX2,0.243200589578477
ecsi,std_all,CUEX2 ~~ CUEX2,0.836536491775443
ecsi,estimate,CUEX3 ~~ CUEX3,3.76496902151377
ecsi,std_error,CUEX3 ~~ CUEX3,0.341218822522112
ecsi,std_all,CUEX3 ~~ CUEX3,0.85485411766381
ecsi,estimate,PERQ1 ~~ PERQ1,0.812652234777816
ecsi,std_error,PERQ1 ~~ PERQ1,0.0826423517895541
ecsi,std_all,PERQ1 ~~ PERQ1,0.403729330336186
ecsi,estimate,PERQ2 ~~ PERQ2,2.44494164736883
ecsi,std_error,PERQ2 ~~ PERQ2,0.226966030916577
ecsi,std_all,PERQ2 ~~ PERQ2,0.68617690915217
ecsi,estimate,PERQ3 ~~ PERQ3,1.41310500519287
ecsi,std_error,PERQ3 ~~ PERQ3,0.141842928813339
ecsi,std_all,PERQ3 ~~ PERQ3,0.427436480699596
ecsi,estimate,PERQ4 ~~ PERQ4,1.41344673333948
ecsi,std_error,PERQ4 ~~ PERQ4,0.136571023402915
ecsi,std_all,PERQ4 ~~ PERQ4,0.520234032552557
ecsi,estimate,PERQ5 ~~ PERQ5,1.06287856362565
ecsi,std_error,PERQ5 ~~ PERQ5,0.103220709818734
ecsi,std_all,PERQ5 ~~ PERQ5,0.50526263520797
ecsi,estimate,PERQ6 ~~ PERQ6,1.31141674537746
ecsi,std_error,PERQ6 ~~ PERQ6,0.127796214487455
ecsi,std_all,PERQ6 ~~ PERQ6,0.495655321509467
ecsi,estimate,PERQ7 ~~ PERQ7,1.44329776536451
ecsi,std_error,PERQ7 ~~ PERQ7,0.144957624271732
ecsi,std_all,PERQ7 ~~ PERQ7,0.426312928104888
ecsi,estimate,PERV1 ~~ PERV1,2.14006882297239
ecsi,std_error,PERV1 ~~ PERV1,0.257236986617264
ecsi,std_all,PERV1 ~~ PERV1,0.450762485081587
ecsi,estimate,PERV2 ~~ PERV2,0.363371134343238
ecsi,std_error,PERV2 ~~ PERV2,0.201504944209674
ecsi,std_all,PERV2 ~~ PERV2,0.107476235732753
ecsi,estimate,CUSA1 ~~ CUSA1,0.77827887731643
ecsi,std_error,CUSA1 ~~ CUSA1,0.0748448471432454
ecsi,std_all,CUSA1 ~~ CUSA1,0.513474783982964
ecsi,estimate,CUSA2 ~~ CUSA2,1.50883525359988
ecsi,std_error,CUSA2 ~~ CUSA2,0.146565402344888
ecsi,std_all,CUSA2 ~~ CUSA2,0.486203419655507
ecsi,estimate,CUSA3 ~~ CUSA3,1.12218518598731
ecsi,std_error,CUSA3 ~~ CUSA3,0.116760269876326
ecsi,std_all,CUSA3 ~~ CUSA3,0.369168472898683
ecsi,estimate,CUSL1 ~~ CUSL1,4.34195717770665
ecsi,std_error,CUSL1 ~~ CUSL1,0.444820602242505
ecsi,std_all,CUSL1 ~~ CUSL1,0.617036968768076
ecsi,estimate,CUSL2 ~~ CUSL2,7.89796814787173
ecsi,std_error,CUSL2 ~~ CUSL2,0.708535526019741
ecsi,std_all,CUSL2 ~~ CUSL2,0.983837525891384
ecsi,estimate,CUSL3 ~~ CUSL3,1.18118475691904
ecsi,std_error,CUSL3 ~~ CUSL3,0.314714560934702
ecsi,std_all,CUSL3 ~~ CUSL3,0.241168222470592
ecsi,estimate,image ~~ image,1.15359379082977
ecsi,std_error,image ~~ image,0.212681840679784
ecsi,std_all,image ~~ image,1
ecsi,estimate,expectation ~~ expectation,0.0129294792346184
ecsi,std_error,expectation ~~ expectation,0.0294368317111802
ecsi,std_all,expectation ~~ expectation,0.0239846139184847
ecsi,estimate,quality ~~ quality,0.0124536511132465
ecsi,std_error,quality ~~ quality,0.0623079959957335
ecsi,std_all,quality ~~ quality,0.0103762114937618
ecsi,estimate,value ~~ value,1.29018525242493
ecsi,std_error,value ~~ value,0.702720267821338
ecsi,std_all,value ~~ value,0.494779735670322
ecsi,estimate,satisfaction ~~ satisfaction,0.012443213044944
ecsi,std_error,satisfaction ~~ satisfaction,0.0576183975780654
ecsi,std_all,satisfaction ~~ satisfaction,0.0168737286125949
ecsi,estimate,complaints ~~ complaints,3.34567120258246
ecsi,std_error,complaints ~~ complaints,0.316356607891201
ecsi,std_all,complaints ~~ complaints,0.649516424582026
ecsi,estimate,loyalty ~~ loyalty,0.0948751358326022
ecsi,std_error,loyalty ~~ loyalty,0.570127690040328
ecsi,std_all,loyalty ~~ loyalty,0.0352063666541093

"""#
}
