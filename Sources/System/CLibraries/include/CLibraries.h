// What is here is declared by the libraries' own headers: see CReadStat, CArchives, CCompression, CEncodings and CWorkbooks;
// but for these, which say whether a library is there before it is needed: 1 or 0.
#ifndef CLIBRARIES_H
#define CLIBRARIES_H

int mainspring_has_workbook_writer(void);
int mainspring_has_archives(void);

#endif
