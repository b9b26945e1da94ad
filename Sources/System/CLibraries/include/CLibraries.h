// What is here is declared by the libraries' own headers: see CReadStat, CArchives, CCompression and CEncodings.
