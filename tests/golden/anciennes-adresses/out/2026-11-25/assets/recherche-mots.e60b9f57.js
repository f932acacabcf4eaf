tambourRecherche({"pages":[
["actualites/index.html","Actualités","",""],
["demarches/index.html","Démarches","","Toutes les démarches, en ligne et à la mairie."],
["mairie/conseil.html","Le conseil","",""],
["mairie/index.html","Mairie","",""],
["sources.html","Sources et licences","",""]],
"mots":"actualit ancien conseil demarch ecol licenc lign mairi seanc sourc tout vient",
"ou":"0C 2A 2C 1D 2A 4C 1B 1B2C 2B 4C 1B 2A"});
